package dev.keyplan.diagnostic;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class DidYouMeanTest {
  private static final List<String> CLAUSES = List.of("where", "order", "filter", "set", "if");

  @Test
  void forgivesOneSwapInAShortWord() {
    assertThat(DidYouMean.suggestion("ste", CLAUSES)).contains("set");
    assertThat(DidYouMean.suggestion("ordre", CLAUSES)).contains("order");
  }

  @Test
  void ignoresCase() {
    assertThat(DidYouMean.suggestion("WHERE", CLAUSES)).contains("where");
    assertThat(DidYouMean.suggestion("IF", CLAUSES)).contains("if");
  }

  @Test
  void doesNotGuessWildly() {
    assertThat(DidYouMean.suggestion("total", CLAUSES)).isEmpty();
    assertThat(DidYouMean.suggestion("is", CLAUSES)).isEmpty();
    assertThat(DidYouMean.suggestion("x".repeat(100_000), CLAUSES)).isEmpty();
  }

  @Test
  void neverSuggestsTheWordItself() {
    assertThat(DidYouMean.suggestion("order", List.of("order", "orders"))).contains("orders");
  }
}
