package dev.keyplan.proof;

import dev.keyplan.model.AttributeType;
import dev.keyplan.model.AttributeType.DecimalType;
import dev.keyplan.model.AttributeType.EnumType;
import dev.keyplan.model.AttributeType.EpochType;
import dev.keyplan.model.AttributeType.FormattedTimestampType;
import dev.keyplan.model.AttributeType.IntegerType;
import dev.keyplan.model.AttributeType.StringType;
import dev.keyplan.model.AttributeType.TimestampType;
import dev.keyplan.model.EnumDefinition;
import dev.keyplan.model.HoleFunction;
import dev.keyplan.model.KeyNumber;
import dev.keyplan.model.KeyTemplate;
import dev.keyplan.model.Precision;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Arrays;
import java.util.Comparator;
import java.util.stream.Stream;

/** The first and the last value of a type in a key; texts in the order of UTF-8 bytes. */
public final class Ends {
  /** DynamoDB's order of texts. */
  public static final Comparator<String> BY_BYTES =
      (left, right) ->
          Arrays.compareUnsigned(
              left.getBytes(StandardCharsets.UTF_8), right.getBytes(StandardCharsets.UTF_8));

  private static final int MOST_DIGITS_OF_A_LONG = 18;
  private static final Instant YEAR_0 = Instant.parse("0000-01-01T00:00:00Z");
  private static final Instant YEAR_9999 = Instant.parse("9999-12-31T23:59:59.999999999Z");
  private static final String FIRST = "\0";
  private static final String LAST = Character.toString(Character.MAX_CODE_POINT);

  private Ends() {}

  /** No value makes a lower text in the hole. */
  public static String first(KeyTemplate.Hole hole) {
    AttributeType type = hole.attribute().type();
    return hole.function().map(function -> first(function, type)).orElseGet(() -> first(type));
  }

  /** No value makes a higher text in the hole, but for texts of the same beginning. */
  public static String last(KeyTemplate.Hole hole) {
    AttributeType type = hole.attribute().type();
    return hole.function().map(function -> last(function, type)).orElseGet(() -> last(type));
  }

  /**
   * What stands in a hole for a value.
   *
   * @param stored the value as DynamoDB stores it on its own
   */
  public static String text(KeyTemplate.Hole hole, String stored) {
    return new HolePlace(hole.attribute(), hole.function(), true).text(stored);
  }

  private static String first(HoleFunction function, AttributeType type) {
    if (function instanceof HoleFunction.Escaped) {
      return FIRST;
    }
    if (function instanceof HoleFunction.Bucket bucket) {
      return bucket.of(first(type));
    }
    return function instanceof HoleFunction.Shard shard
        ? "0".repeat(shard.width())
        : HoleFunction.Descending.of(last(type));
  }

  private static String last(HoleFunction function, AttributeType type) {
    if (function instanceof HoleFunction.Escaped) {
      return LAST.repeat(Automaton.COUNTED);
    }
    if (function instanceof HoleFunction.Bucket bucket) {
      return bucket.of(last(type));
    }
    return function instanceof HoleFunction.Shard shard
        ? Integer.toString(shard.count() - 1)
        : HoleFunction.Descending.of(first(type));
  }

  private static String first(AttributeType type) {
    return switch (type.kind()) {
      case STRING -> FIRST.repeat(counted(Math.max(1, ((StringType) type).minimumLength())));
      case INTEGER -> KeyNumber.of((IntegerType) type).first();
      case DECIMAL -> KeyNumber.of((DecimalType) type).first();
      case BOOLEAN -> "false";
      case UUID -> "00000000-0000-0000-0000-000000000000";
      case ULID -> "0".repeat(26);
      case DATE -> "0000-01-01";
      case FORMATTED_TIMESTAMP -> text((FormattedTimestampType) type, YEAR_0);
      case TIMESTAMP -> time("0000-01-01T00:00:00", ((TimestampType) type).precision(), "0");
      case EPOCH -> time("0000-01-01T00:00:00", ((EpochType) type).precision(), "0");
      case ENUM -> texts((EnumType) type).min(BY_BYTES).orElseThrow();
      case JSON, DOUBLE, BINARY, STRUCT, LIST, MAP, SET, FREE_MAP -> FIRST;
    };
  }

  private static String last(AttributeType type) {
    return switch (type.kind()) {
      case STRING -> LAST.repeat(counted(((StringType) type).maximumLength().orElse(1 << 16)));
      case INTEGER -> KeyNumber.of((IntegerType) type).last();
      case DECIMAL -> KeyNumber.of((DecimalType) type).last();
      case BOOLEAN -> "true";
      case UUID -> "ffffffff-ffff-ffff-ffff-ffffffffffff";
      case ULID -> "7" + "Z".repeat(25);
      case DATE -> "9999-12-31";
      case FORMATTED_TIMESTAMP -> text((FormattedTimestampType) type, YEAR_9999);
      case TIMESTAMP -> time("9999-12-31T23:59:59", ((TimestampType) type).precision(), "9");
      case EPOCH -> time("9999-12-31T23:59:59", ((EpochType) type).precision(), "9");
      case ENUM -> texts((EnumType) type).max(BY_BYTES).orElseThrow();
      case JSON, DOUBLE, BINARY, STRUCT, LIST, MAP, SET, FREE_MAP -> LAST;
    };
  }

  private static int counted(int length) {
    return Math.min(length, Automaton.COUNTED);
  }

  /** A hole for any number of the same width, where it is one for numbers. */
  static KeyTemplate.Hole form(KeyTemplate.Hole hole) {
    AttributeType type = hole.attribute().type();
    if (!hole.holdsValue() || !(type instanceof IntegerType || type instanceof DecimalType)) {
      return hole;
    }
    KeyNumber number =
        type instanceof IntegerType integer
            ? KeyNumber.of(integer)
            : KeyNumber.of((DecimalType) type);
    if (number.width() > MOST_DIGITS_OF_A_LONG) {
      return hole;
    }
    long most = Long.parseLong("9".repeat(number.width()));
    return new KeyTemplate.Hole(
        hole.attribute().withType(new IntegerType(true, true, 0, most)),
        hole.delimiter(),
        hole.span());
  }

  /** The least number of a type that is stored as one. */
  public static BigDecimal least(AttributeType type) {
    return NumberRange.of(type).minimum();
  }

  /** The greatest number of a type that is stored as one. */
  public static BigDecimal greatest(AttributeType type) {
    return NumberRange.of(type).maximum();
  }

  /** Each digit of the first time is the lowest there is in its place, and the last the highest. */
  private static String text(FormattedTimestampType type, Instant time) {
    return type.pattern().format(time);
  }

  private static String time(String seconds, Precision precision, String digit) {
    int digits = precision.digits();
    return seconds + (digits == 0 ? "" : "." + digit.repeat(digits)) + "Z";
  }

  private static Stream<String> texts(EnumType type) {
    return type.definition().constants().stream().map(EnumDefinition.Constant::storedText);
  }
}
