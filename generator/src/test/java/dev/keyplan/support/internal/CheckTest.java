package dev.keyplan.support.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import java.math.BigDecimal;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

class CheckTest {
  private static final String HALF = "\uD83D";

  /** A text of twelve characters that an application has read as a number. */
  @Test
  void refusesNumbersOfAnySizeAtOnce() {
    assertTimeoutPreemptively(
        Duration.ofSeconds(5),
        () -> {
          for (String number : List.of("1E-300000000", "-1E-999999999", "1E+300000000", "0.001")) {
            assertThatIllegalArgumentException()
                .isThrownBy(() -> Check.scaled("price", new BigDecimal(number), 2))
                .withMessageStartingWith("price ")
                .withMessageNotContaining(number);
          }
          for (String zero : List.of("0E-300000000", "0E+300000000", "-0.0", "0")) {
            assertThat(Check.scaled("price", new BigDecimal(zero), 2)).isEqualTo("0.00");
          }
        });
    assertThat(Check.scaled("price", new BigDecimal("1.2000000"), 2)).isEqualTo("1.20");
    assertThat(Check.scaled("price", new BigDecimal("12E3"), 2)).isEqualTo("12000.00");
    assertThat(Check.scaled("price", new BigDecimal("100.000"), 0)).isEqualTo("100");
  }

  @Test
  void refusesHalvesOfCharactersWhereverTheyAre() {
    AttributeValue text = AttributeValue.fromS("a" + HALF);
    Map<String, AttributeValue> withNull = new HashMap<>();
    withNull.put("a", null);
    for (AttributeValue value :
        List.of(
            text,
            AttributeValue.fromSs(List.of("a", HALF)),
            AttributeValue.fromL(List.of(AttributeValue.fromN("1"), text)),
            AttributeValue.fromM(Map.of("a", AttributeValue.fromL(List.of(text)))),
            AttributeValue.fromM(Map.of(HALF, AttributeValue.fromBool(true))))) {
      assertThatThrownBy(() -> Elements.storable("papers", Map.of("a", value)))
          .isInstanceOf(IllegalArgumentException.class)
          .hasMessageStartingWith("papers has half of a surrogate pair at ");
    }
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Elements.storable("papers", withNull))
        .withMessage("papers is missing");
    Map<String, AttributeValue> good =
        Map.of(
            "\0",
            AttributeValue.fromM(
                Map.of(
                    "a",
                    AttributeValue.fromSs(List.of("\uD83D\uDE00")),
                    "b",
                    AttributeValue.fromNul(true))));
    assertThat(Elements.storable("papers", good)).isSameAs(good);
  }
}
