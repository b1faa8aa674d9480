package dev.keyplan.data;

import dev.keyplan.model.Attribute;
import dev.keyplan.model.AttributeType.IntegerType;
import dev.keyplan.model.AttributeType.StringType;
import dev.keyplan.model.KeyTemplate;
import java.util.Map;
import java.util.Optional;

/**
 * Key texts from templates: the twin, for sample data, of the support class {@code Keys} that
 * generated code uses. Both must write the same text for the same value:
 *
 * <ul>
 *   <li>text, UUIDs, ULIDs, timestamps, dates and enum constants as they are stored,
 *   <li>whole numbers from 0 on padded with zeros to the width of the end of their range; where
 *       there are negative ones or there is no range, the distance from the smallest {@code long}
 *       in 20 digits.
 * </ul>
 */
final class KeyText {
  private static final int LONG_DIGITS = 20;

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
    if (value instanceof ItemValue.OfBinary binary && binary.length() == 0) {
      return Optional.of("is empty, but a key");
    }
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
      return number(number.value().longValueExact(), integer);
    }
    throw new IllegalArgumentException("No key can hold " + attribute.type().text());
  }

  /** Text order is number order. */
  private static String number(long number, IntegerType type) {
    if (!type.isBounded() || type.minimum() < 0) {
      return padded(Long.toUnsignedString(number ^ Long.MIN_VALUE), LONG_DIGITS);
    }
    return padded(Long.toString(number), Long.toString(type.maximum()).length());
  }

  private static String padded(String digits, int width) {
    return "0".repeat(width - digits.length()) + digits;
  }
}
