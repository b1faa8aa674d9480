package dev.keyplan.plan;

import dev.keyplan.model.HoleFunction;
import dev.keyplan.model.Operand;
import dev.keyplan.model.Value;
import java.util.Optional;

/** Operands in sentences: a parameter in braces, a constant as DynamoDB stores it. */
final class OperandText {
  private OperandText() {}

  static String of(Operand operand) {
    return of(operand, Optional.empty());
  }

  /** With what the key makes of it: <code>{at:month}</code>. */
  static String of(Operand operand, Optional<HoleFunction> function) {
    String suffix = function.map(HoleFunction::suffix).orElse("");
    if (operand instanceof Operand.OfParameter parameter) {
      return "{" + parameter.parameter().name() + suffix + "}";
    }
    if (operand instanceof Operand.OfNow) {
      return "now";
    }
    if (operand instanceof Operand.OfAttribute attribute) {
      return attribute.path().text();
    }
    String constant = of(((Operand.OfConstant) operand).value());
    return !suffix.isEmpty() ? "{" + constant + suffix + "}" : constant;
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
