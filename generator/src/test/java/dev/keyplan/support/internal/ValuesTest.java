package dev.keyplan.support.internal;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** Values of one builder are those that the SDK makes one by one. */
class ValuesTest {
  private final Values values = new Values();

  @Test
  void laterValuesLeaveEarlierOnesAsTheyAre() {
    AttributeValue first = values.s("first");
    AttributeValue number = values.n("1");
    AttributeValue second = values.s("");

    assertThat(first).isEqualTo(AttributeValue.fromS("first"));
    assertThat(number).isEqualTo(AttributeValue.fromN("1"));
    assertThat(second).isEqualTo(AttributeValue.fromS(""));
  }

  @Test
  void valuesKnowTheirTypes() {
    values.s("first");
    values.n("1");

    assertThat(values.s("second").type()).isEqualTo(AttributeValue.Type.S);
    assertThat(values.n("2").type()).isEqualTo(AttributeValue.Type.N);
    assertThat(Values.bool(true)).isEqualTo(AttributeValue.fromBool(true));
    assertThat(Values.bool(false).type()).isEqualTo(AttributeValue.Type.BOOL);
  }
}
