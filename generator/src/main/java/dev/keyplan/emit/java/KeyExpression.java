package dev.keyplan.emit.java;

import dev.keyplan.model.AttributeType;
import dev.keyplan.model.AttributeType.DecimalType;
import dev.keyplan.model.AttributeType.EnumType;
import dev.keyplan.model.AttributeType.EpochType;
import dev.keyplan.model.AttributeType.FormattedTimestampType;
import dev.keyplan.model.AttributeType.IntegerType;
import dev.keyplan.model.AttributeType.StringType;
import dev.keyplan.model.AttributeType.TimestampType;
import dev.keyplan.model.EnumDefinition;
import dev.keyplan.model.Filling;
import dev.keyplan.model.HoleFunction;
import dev.keyplan.model.KeyNumber;
import dev.keyplan.model.KeyTemplate;
import dev.keyplan.model.Precision;
import dev.keyplan.support.text.TimePattern;
import java.util.Optional;
import java.util.stream.Collectors;

/** The regular expression of the texts that a filling makes. */
final class KeyExpression {
  private static final String DATE = "\\d{4}-\\d{2}-\\d{2}";
  private static final String HEXADECIMAL = "[0-9a-f]";

  /** What means nothing in a regular expression, though it is no letter. */
  private static final String PLAIN = " #_:/@,;%";

  private KeyExpression() {}

  static String of(Filling filling) {
    if (filling instanceof Filling.FromAttribute from) {
      return of(from.attribute().type(), Optional.empty());
    }
    return ((Filling.FromTemplate) filling)
        .template().parts().stream()
            .map(
                part ->
                    part instanceof KeyTemplate.Hole hole
                        ? of(hole)
                        : quoted(((KeyTemplate.Text) part).value()))
            .collect(Collectors.joining());
  }

  private static String of(KeyTemplate.Hole hole) {
    if (hole.isEscaped()) {
      return "(?:[^\\x{0}-\\x{2}]|\\x{2}[\\x{0}-\\x{2}])+\\x{1}";
    }
    // Digits in reverse are digits.
    if (hole.holdsValue()) {
      return of(hole.attribute().type(), hole.delimiter());
    }
    return hole.function().orElseThrow() instanceof HoleFunction.Shard shard
        ? digits(shard.width())
        : switch (((HoleFunction.Bucket) hole.function().get()).unit()) {
          case YEAR -> "\\d{4}";
          case MONTH -> "\\d{4}-\\d{2}";
          case DAY -> DATE;
          case HOUR -> DATE + "T\\d{2}";
        };
  }

  private static String of(AttributeType type, Optional<Integer> delimiter) {
    return switch (type.kind()) {
      case STRING ->
          delimiter.map(d -> "[^" + escaped(d) + "]").orElse("(?s:.)") + length((StringType) type);
      case INTEGER -> digits(KeyNumber.of((IntegerType) type).width());
      case DECIMAL -> digits(KeyNumber.of((DecimalType) type).width());
      case BOOLEAN -> "(?:true|false)";
      case UUID -> "%1$s{8}-%1$s{4}-%1$s{4}-%1$s{4}-%1$s{12}".formatted(HEXADECIMAL);
      case ULID -> "[0-9A-HJKMNP-TV-Z]{26}";
      case DATE -> DATE;
      case TIMESTAMP -> time(((TimestampType) type).precision());
      case FORMATTED_TIMESTAMP ->
          ((FormattedTimestampType) type)
              .pattern().parts().stream().map(KeyExpression::time).collect(Collectors.joining());
      case EPOCH -> time(((EpochType) type).precision());
      case ENUM ->
          ((EnumType) type)
              .definition().constants().stream()
                  .map(EnumDefinition.Constant::storedText)
                  .map(KeyExpression::quoted)
                  .collect(Collectors.joining("|", "(?:", ")"));
      case JSON, DOUBLE, BINARY, STRUCT, LIST, MAP, SET, FREE_MAP ->
          throw new IllegalArgumentException(type.text() + " in a key");
    };
  }

  private static String length(StringType type) {
    int minimum = Math.max(1, type.minimumLength());
    return type.maximumLength().isPresent()
        ? "{" + minimum + "," + type.maximumLength().getAsInt() + "}"
        : minimum == 1 ? "+" : "{" + minimum + ",}";
  }

  private static String digits(int width) {
    return "\\d{" + width + "}";
  }

  private static String time(TimePattern.Part part) {
    return part instanceof TimePattern.Digits number
        ? digits(number.width())
        : quoted(((TimePattern.Literal) part).text());
  }

  private static String time(Precision precision) {
    int digits = precision.digits();
    return DATE + "T\\d{2}:\\d{2}:\\d{2}" + (digits == 0 ? "" : "\\." + digits(digits)) + "Z";
  }

  /** Letters and digits as they are, and whatever else might mean something escaped. */
  private static String quoted(String text) {
    return text.codePoints().mapToObj(KeyExpression::escaped).collect(Collectors.joining());
  }

  private static String escaped(int character) {
    boolean isPlain = Character.isLetterOrDigit(character) || PLAIN.indexOf(character) >= 0;
    if (isPlain) {
      return Character.toString(character);
    }
    boolean isVisible = character > ' ' && character < 0x7f;
    return isVisible
        ? "\\" + Character.toString(character)
        : "\\x{" + Integer.toHexString(character) + "}";
  }
}
