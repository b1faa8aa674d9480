package dev.keyplan.support.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.core.SdkBytes;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

class RangesTest {
  private static AttributeValue binary(int... bytes) {
    byte[] array = new byte[bytes.length];
    for (int i = 0; i < bytes.length; i++) {
      array[i] = (byte) bytes[i];
    }
    return AttributeValue.fromB(SdkBytes.fromByteArray(array));
  }

  @Test
  void hasTheOrderOfDynamoDb() {
    for (List<AttributeValue> ordered :
        List.of(
            List.of(AttributeValue.fromN("-10"), AttributeValue.fromN("-9.5")),
            List.of(AttributeValue.fromN("9"), AttributeValue.fromN("10")),
            List.of(AttributeValue.fromS("10"), AttributeValue.fromS("9")),
            List.of(AttributeValue.fromS("a"), AttributeValue.fromS("a$")),
            // The order of UTF-16 is another one.
            List.of(AttributeValue.fromS("\uFF61"), AttributeValue.fromS("\uD83D\uDE00")),
            List.of(binary(127), binary(128)))) {
      Map<String, AttributeValue> values = Map.of(":a", ordered.get(0), ":b", ordered.get(1));

      assertThat(Ranges.ordered(values, ":a", "a", ":b", "b")).isSameAs(values);
      assertThat(Ranges.ordered(values, ":a", "a", ":a", "a")).isSameAs(values);
      assertThatThrownBy(() -> Ranges.ordered(values, ":b", "b", ":a", "a"))
          .isInstanceOf(IllegalArgumentException.class)
          .hasMessage("The range ends before it begins: b comes after a");
    }
  }
}
