package dev.keyplan.model;

import dev.keyplan.model.AttributeType.BinaryType;
import dev.keyplan.model.AttributeType.CollectionType;
import dev.keyplan.model.AttributeType.DecimalType;
import dev.keyplan.model.AttributeType.EnumType;
import dev.keyplan.model.AttributeType.EpochType;
import dev.keyplan.model.AttributeType.FormattedTimestampType;
import dev.keyplan.model.AttributeType.IntegerType;
import dev.keyplan.model.AttributeType.StringType;
import dev.keyplan.model.AttributeType.StructType;
import dev.keyplan.model.AttributeType.TimestampType;
import java.util.Locale;
import java.util.OptionalInt;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Types as the language writes them: {@code string(1..40)}, {@code list<Line>}. */
final class TypeText {
  private TypeText() {}

  static String of(AttributeType type) {
    return switch (type.kind()) {
      case STRING -> string((StringType) type);
      case INTEGER -> integer((IntegerType) type);
      case DECIMAL -> decimal((DecimalType) type);
      case BINARY -> binary((BinaryType) type);
      case TIMESTAMP -> timestamp((TimestampType) type);
      case FORMATTED_TIMESTAMP -> formatted((FormattedTimestampType) type);
      case EPOCH -> "epoch(" + ((EpochType) type).precision().unit() + ")";
      case ENUM -> ((EnumType) type).definition().name().name();
      case STRUCT -> ((StructType) type).definition().name().name();
      case LIST, MAP, SET -> word(type) + "<" + of(((CollectionType) type).element()) + ">";
      case FREE_MAP -> "map";
      case BOOLEAN, DATE, DOUBLE, JSON, ULID, UUID -> word(type);
    };
  }

  private static String word(AttributeType type) {
    return type.kind().name().toLowerCase(Locale.ROOT);
  }

  private static String string(StringType type) {
    String form = type.pattern().map(pattern -> "\"" + quoted(pattern.text()) + "\"").orElse("");
    return "string"
        + arguments(
            lengths(type.minimumLength(), type.maximumLength()),
            type.isOrdered() ? "ordered" : form);
  }

  private static String integer(IntegerType type) {
    String word = type.isLong() ? "long" : "int";
    return type.isBounded() ? word + "(" + type.minimum() + ".." + type.maximum() + ")" : word;
  }

  private static String decimal(DecimalType type) {
    return "decimal(" + type.precision() + "," + type.scale() + ")";
  }

  private static String binary(BinaryType type) {
    return "binary" + arguments(lengths(type.minimumLength(), type.maximumLength()));
  }

  private static String timestamp(TimestampType type) {
    return "timestamp"
        + arguments(type.precision() == Precision.MILLISECONDS ? "" : type.precision().unit());
  }

  private static String formatted(FormattedTimestampType type) {
    return "timestamp(\"" + type.pattern().toString().replaceAll("[\"\\\\{}]", "\\\\$0") + "\")";
  }

  private static String lengths(int minimum, OptionalInt maximum) {
    String low = minimum == 0 ? "" : Integer.toString(minimum);
    String high = maximum.isEmpty() ? "" : Integer.toString(maximum.getAsInt());
    return minimum == 0 && maximum.isEmpty() ? "" : low + ".." + high;
  }

  /** In parentheses, without those that are empty; nothing if all are. */
  private static String arguments(String... arguments) {
    String list =
        Stream.of(arguments).filter(one -> !one.isEmpty()).collect(Collectors.joining(", "));
    return list.isEmpty() ? "" : "(" + list + ")";
  }

  /** As a quoted text is written: with a backslash before braces, but not those of {@code {3}}. */
  private static String quoted(String regex) {
    return regex.replaceAll("[\"\\\\]|\\{(?![0-9]+(,[0-9]*)?})|(?<!\\{[0-9,]{1,9})}", "\\\\$0");
  }
}
