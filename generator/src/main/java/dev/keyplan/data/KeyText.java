package dev.keyplan.data;

import dev.keyplan.model.Attribute;
import dev.keyplan.model.AttributeType.IntegerType;
import dev.keyplan.model.AttributeType.StringType;
import dev.keyplan.model.KeyTemplate;
import java.math.BigDecimal;
import java.util.Map;
import java.util.Optional;

/**
 * Key texts from templates: the twin, for sample data, of the support class {@code Keys} that
 * generated code uses. Both must write the same text for the same value:
 *
 * <ul>
 *   <li>text, UUIDs, timestamps and enum constants as they are stored,
 *   <li>whole numbers padded with zeros to the width of the longest number of their range,
 *   <li>booleans as {@code false} and {@code true}.
 * </ul>
 */
final class KeyText {
  private KeyText() {}

  /**
   * A template with its holes filled.
   *
   * @param values by attribute name; one for every hole
   */
  static String of(KeyTemplate template, Map<String, ItemValue> values) {
    StringBuilder text = new StringBuilder();
    for (KeyTemplate.Part part : template.parts()) {
      if (part instanceof KeyTemplate.Hole hole) {
        text.append(of(hole.attribute(), values.get(hole.attribute().name())));
      } else {
        text.append(((KeyTemplate.Text) part).value());
      }
    }
    return text.toString();
  }

  /** Why a value cannot stand in a hole, as the end of a sentence about it. */
  static Optional<String> problem(KeyTemplate.Hole hole, ItemValue value) {
    if (!(hole.attribute().type() instanceof StringType)) {
      return Optional.empty();
    }
    String text = of(hole.attribute(), value);
    if (text.isEmpty()) {
      return Optional.of("is empty, but part of a key");
    }
    boolean isCut = hole.delimiter().isPresent() && text.indexOf(hole.delimiter().get()) >= 0;
    return isCut
        ? Optional.of(
            "contains `%s`, which ends its part of the key"
                .formatted(Character.toString(hole.delimiter().get())))
        : Optional.empty();
  }

  private static String of(Attribute attribute, ItemValue value) {
    if (value instanceof ItemValue.OfString string) {
      return string.value();
    }
    if (value instanceof ItemValue.OfNumber number
        && attribute.type() instanceof IntegerType integer) {
      return padded(number.value(), integer);
    }
    if (value instanceof ItemValue.OfBoolean bool) {
      return Boolean.toString(bool.value());
    }
    throw new IllegalArgumentException("No key can hold " + attribute.type().text());
  }

  private static String padded(BigDecimal number, IntegerType type) {
    int width = Math.max(digits(type.minimum()), digits(type.maximum()));
    String digits = number.abs().toPlainString();
    return (number.signum() < 0 ? "-" : "") + "0".repeat(width - digits.length()) + digits;
  }

  private static int digits(long bound) {
    return BigDecimal.valueOf(bound).abs().toPlainString().length();
  }
}
