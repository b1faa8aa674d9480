package dev.keyplan.plan;

import dev.keyplan.model.Operand;
import dev.keyplan.model.Value;

/** Operands in sentences: a parameter in braces, a constant as DynamoDB stores it. */
final class OperandText {
  private OperandText() {}

  static String of(Operand operand) {
    if (operand instanceof Operand.OfParameter parameter) {
      return "{" + parameter.parameter().name() + "}";
    }
    if (operand instanceof Operand.OfAttribute attribute) {
      return attribute.path().text();
    }
    return of(((Operand.OfConstant) operand).value());
  }

  private static String of(Value value) {
    if (value instanceof Value.TextValue text) {
      return text.text();
    }
    if (value instanceof Value.NumberValue number) {
      return number.number().toPlainString();
    }
    if (value instanceof Value.EnumValue constant) {
      return constant.constant().storedText();
    }
    return Boolean.toString(((Value.BooleanValue) value).isTrue());
  }
}
