package dev.keyplan.oracle;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.UUID;
import software.amazon.awssdk.core.SdkBytes;

/**
 * A type of the language with some values that it has, and some that it has not. Values are those
 * of the generated Java, but an enum's constant is its name, and a struct a map.
 *
 * @param text as it stands in the model
 * @param values what it allows, nasty ones among them
 * @param wrong what generated code has to refuse
 */
record ValueType(String text, Kind kind, List<Object> values, List<Object> wrong) {
  enum Kind {
    TEXT,
    NUMBER,
    BOOLEAN,
    BINARY,
    UUID,
    TIME,
    DATE,
    ENUM,
    SET,
    LIST,
    STRUCT
  }

  ValueType {
    values = List.copyOf(values);
    wrong = List.copyOf(wrong);
  }

  Object random(Random random) {
    return values.get(random.nextInt(values.size()));
  }

  boolean isScalar() {
    return kind.compareTo(Kind.SET) < 0;
  }

  boolean isOrdered() {
    return isScalar()
        && kind != Kind.BOOLEAN
        && kind != Kind.BINARY
        && !text.startsWith("timestamp(\"dd");
  }

  /** Whether an optional one is possible: an empty set is the absence of a set. */
  boolean canBeOptional() {
    return kind != Kind.SET;
  }

  /** The value as it is written in a model, where it can be. */
  static Optional<String> literal(Object value, Kind kind) {
    return switch (kind) {
      case TEXT ->
          Optional.of((String) value).filter(text -> !text.contains("\n")).map(ValueType::quoted);
      case NUMBER -> Optional.of(number(value));
      case BOOLEAN, ENUM -> Optional.of(value.toString());
      case TIME, DATE -> Optional.of('"' + value.toString() + '"');
      default -> Optional.empty();
    };
  }

  private static String number(Object value) {
    return value instanceof BigDecimal decimal ? decimal.toPlainString() : value.toString();
  }

  static String quoted(String value) {
    StringBuilder quoted = new StringBuilder("\"");
    for (int i = 0; i < value.length(); i++) {
      char c = value.charAt(i);
      quoted.append("\"\\{}".indexOf(c) < 0 ? "" : "\\").append(c);
    }
    return quoted.append('"').toString();
  }

  /** DynamoDB's order of what the values are stored as. */
  static int compare(Object left, Object right) {
    if (left instanceof Number && right instanceof Number) {
      return decimal(left).compareTo(decimal(right));
    }
    if (left instanceof Instant instant) {
      return instant.compareTo((Instant) right);
    }
    if (left instanceof LocalDate date) {
      return date.compareTo((LocalDate) right);
    }
    if (left instanceof SdkBytes bytes) {
      return Arrays.compareUnsigned(bytes.asByteArray(), ((SdkBytes) right).asByteArray());
    }
    if (left instanceof UUID || left instanceof String || left instanceof Boolean) {
      return Arrays.compareUnsigned(utf8(left), utf8(right));
    }
    throw new IllegalArgumentException("No order of " + left.getClass());
  }

  /** What {@code size} says. */
  static int size(Object value) {
    if (value instanceof String text) {
      return utf8(text).length;
    }
    if (value instanceof SdkBytes bytes) {
      return bytes.asByteArrayUnsafe().length;
    }
    return value instanceof Map<?, ?> map ? map.size() : ((Collection<?>) value).size();
  }

  private static BigDecimal decimal(Object number) {
    return number instanceof BigDecimal decimal ? decimal : new BigDecimal(number.toString());
  }

  private static byte[] utf8(Object value) {
    return value.toString().getBytes(StandardCharsets.UTF_8);
  }
}
