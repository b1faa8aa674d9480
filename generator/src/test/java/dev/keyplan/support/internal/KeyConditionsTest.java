package dev.keyplan.support.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.core.SdkBytes;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.QueryRequest;

class KeyConditionsTest {
  private static AttributeValue text(String value) {
    return AttributeValue.fromS(value);
  }

  private static AttributeValue number(String value) {
    return AttributeValue.fromN(value);
  }

  private static AttributeValue binary(int... bytes) {
    byte[] array = new byte[bytes.length];
    for (int i = 0; i < bytes.length; i++) {
      array[i] = (byte) bytes[i];
    }
    return AttributeValue.fromB(SdkBytes.fromByteArray(array));
  }

  private static boolean holds(
      String expression, AttributeValue from, AttributeValue to, AttributeValue stored) {
    QueryRequest request =
        QueryRequest.builder()
            .keyConditionExpression("pk = :pk AND " + expression)
            .expressionAttributeNames(Map.of("#s_k", "s-k"))
            .expressionAttributeValues(Map.of(":pk", text("p"), ":a", from, ":b", to))
            .build();
    return KeyConditions.of(request).test(Map.of("pk", text("p"), "s-k", stored));
  }

  /** The order is still the customer's, but not of the status that was asked for. */
  @Test
  void testsTheBeginningOfAText() {
    AttributeValue open = text("OPEN#");

    assertThat(holds("begins_with(#s_k, :a)", open, open, text("OPEN#2026"))).isTrue();
    assertThat(holds("begins_with(#s_k, :a)", open, open, text("OPEN#"))).isTrue();
    assertThat(holds("begins_with(#s_k, :a)", open, open, text("CLOSED#2026"))).isFalse();
    assertThat(holds("begins_with(#s_k, :a)", open, open, text("OPEN"))).isFalse();
    AttributeValue bytes = binary(1, 200);
    assertThat(holds("begins_with(#s_k, :a)", bytes, bytes, binary(1, 200, 3))).isTrue();
    assertThat(holds("begins_with(#s_k, :a)", bytes, bytes, binary(1, 201))).isFalse();
  }

  @Test
  void testsRanges() {
    AttributeValue two = number("2");
    AttributeValue ten = number("10.0");
    for (String stored : new String[] {"1", "2.00", "9", "10", "11"}) {
      AttributeValue value = number(stored);
      double n = Double.parseDouble(stored);

      assertThat(holds("#s_k = :a", two, ten, value)).as(stored).isEqualTo(n == 2);
      assertThat(holds("#s_k < :b", two, ten, value)).as(stored).isEqualTo(n < 10);
      assertThat(holds("#s_k <= :b", two, ten, value)).as(stored).isEqualTo(n <= 10);
      assertThat(holds("#s_k > :a", two, ten, value)).as(stored).isEqualTo(n > 2);
      assertThat(holds("#s_k >= :a", two, ten, value)).as(stored).isEqualTo(n >= 2);
      assertThat(holds("#s_k BETWEEN :a AND :b", two, ten, value))
          .as(stored)
          .isEqualTo(n >= 2 && n <= 10);
    }
    assertThat(holds("#s_k BETWEEN :a AND :b", binary(1), binary(200), binary(128))).isTrue();
    assertThat(holds("#s_k > :a", text("\uFF61"), two, text("\uD83D\uDE00"))).isTrue();
  }

  @Test
  void testsTheTermsBehindARange() {
    AttributeValue one = number("1");
    String expression = "#s_k BETWEEN :a AND :b AND pk = :a";

    assertThat(holds(expression, text("a"), text("b"), text("b"))).isFalse();
    assertThat(holds("#s_k BETWEEN :a AND :b AND pk = :pk", one, one, one)).isTrue();
  }

  @Test
  void doesNotHoldWithoutTheAttributeOrWithAnotherType() {
    AttributeValue one = number("1");
    QueryRequest request =
        QueryRequest.builder()
            .keyConditionExpression("begins_with = :pk")
            .expressionAttributeValues(Map.of(":pk", text("p")))
            .build();

    assertThat(holds("other >= :a", one, one, one)).isFalse();
    assertThat(holds("#s_k >= :a", one, one, text("1"))).isFalse();
    assertThat(KeyConditions.of(request).test(Map.of("begins_with", text("p")))).isTrue();
    assertThat(KeyConditions.of(request).test(Map.of())).isFalse();
  }

  @Test
  void refusesWhatIsNoKeyCondition() {
    AttributeValue one = number("1");

    for (String expression : new String[] {"#s_k <> :a", "#s_k = :a OR pk = :a", "", "#s_k"}) {
      assertThatThrownBy(() -> holds(expression, one, one, one))
          .isInstanceOf(RuntimeException.class);
    }
  }
}
