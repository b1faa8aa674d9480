package dev.keyplan.data;

import dev.keyplan.model.AttributeType;
import dev.keyplan.model.AttributeType.DecimalType;
import dev.keyplan.model.AttributeType.EpochType;
import dev.keyplan.model.AttributeType.IntegerType;
import dev.keyplan.model.AttributeType.StringType;
import dev.keyplan.model.HoleFunction;
import dev.keyplan.model.KeyNumber;
import dev.keyplan.model.KeyTemplate;
import dev.keyplan.model.Precision;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;

/**
 * Key texts from templates: the twin, for sample data, of the support class {@code Keys} that
 * generated code uses. Both must write the same text for the same value:
 *
 * <ul>
 *   <li>text, UUIDs, ULIDs, timestamps, dates and enum constants as they are stored,
 *   <li>whole numbers and decimals in the digits of {@link KeyNumber},
 *   <li>booleans as {@code false} and {@code true},
 *   <li>epochs, of which there are only buckets and the like, as timestamps,
 *   <li>then what a {@link HoleFunction} makes of it.
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
        text.append(of(hole, values.get(hole.attribute().name())));
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
    String text = plain(hole.attribute().type(), value);
    if (text.isEmpty()) {
      return Optional.of("is empty, but part of a key");
    }
    boolean isCut =
        hole.function().isEmpty()
            && hole.delimiter().isPresent()
            && text.indexOf(hole.delimiter().get()) >= 0;
    return isCut
        ? Optional.of(
            "contains `%s`, which ends its part of the key"
                .formatted(Character.toString(hole.delimiter().get())))
        : Optional.empty();
  }

  private static String of(KeyTemplate.Hole hole, ItemValue value) {
    AttributeType type = hole.attribute().type();
    if (hole.function().isEmpty()) {
      return plain(type, value);
    }
    HoleFunction function = hole.function().get();
    if (function instanceof HoleFunction.Bucket bucket) {
      return bucket.of(plain(type, value));
    }
    if (function instanceof HoleFunction.Escaped) {
      return HoleFunction.Escaped.of(plain(type, value));
    }
    return function instanceof HoleFunction.Shard shard
        ? shard.of(stored(value))
        : HoleFunction.Descending.of(plain(type, value));
  }

  private static String plain(AttributeType type, ItemValue value) {
    if (value instanceof ItemValue.OfString string) {
      return string.value();
    }
    if (value instanceof ItemValue.OfBoolean bool) {
      return Boolean.toString(bool.value());
    }
    if (value instanceof ItemValue.OfNumber number) {
      if (type instanceof IntegerType integer) {
        return KeyNumber.of(integer).text(number.value());
      }
      if (type instanceof DecimalType decimal) {
        return KeyNumber.of(decimal).text(number.value());
      }
      if (type instanceof EpochType epoch) {
        return TimestampText.format(instant(epoch, number), epoch.precision());
      }
    }
    throw new IllegalArgumentException("No key can hold " + type.text());
  }

  private static Instant instant(EpochType type, ItemValue.OfNumber number) {
    long units = number.value().longValueExact();
    return type.precision() == Precision.SECONDS
        ? Instant.ofEpochSecond(units)
        : Instant.ofEpochMilli(units);
  }

  /** The text that a shard is computed from. */
  private static String stored(ItemValue value) {
    return value instanceof ItemValue.OfNumber number
        ? number.value().toBigIntegerExact().toString()
        : ((ItemValue.OfString) value).value();
  }
}
