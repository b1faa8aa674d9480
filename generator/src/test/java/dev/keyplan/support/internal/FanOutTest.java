package dev.keyplan.support.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.dynamodb.model.QueryRequest;

class FanOutTest {
  @Test
  void makesTheFirstRequestAtOnceAndTheOthersWhenTheyAreNeeded() {
    List<String> made = new ArrayList<>();

    List<QueryRequest> requests =
        FanOut.each(
            List.of("2026-01", "2026-02"),
            List.of("0", "1"),
            (month, shard) -> {
              made.add(month + " " + shard);
              return QueryRequest.builder().tableName(month + shard).build();
            });

    assertThat(requests).hasSize(4);
    assertThat(made).containsExactly("2026-01 0");
    assertThat(requests.get(0).tableName()).isEqualTo("2026-010");
    assertThat(requests.get(3).tableName()).isEqualTo("2026-021");
    assertThat(made).containsExactly("2026-01 0", "2026-02 1");
  }

  /** Not in a future, where nobody expects it. */
  @Test
  void refusesArgumentsAtOnce() {
    assertThatThrownBy(
            () ->
                FanOut.each(
                    List.of("0", "1"),
                    shard -> {
                      throw new IllegalArgumentException("refused");
                    }))
        .hasMessage("refused");
  }
}
