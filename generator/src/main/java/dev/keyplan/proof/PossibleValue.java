package dev.keyplan.proof;

import dev.keyplan.model.AttributeType.FormattedTimestampType;
import dev.keyplan.model.AttributeType.StringType;
import dev.keyplan.proof.Intersection.HoleValue;
import java.time.DateTimeException;
import java.time.Instant;

/** Whether there is a value: a language of texts takes the 31st of February. */
final class PossibleValue {
  private PossibleValue() {}

  /** Whether a value that fits the language also fits the type, which says more. */
  static boolean is(HoleValue value, Lengths lengths) {
    if (!value.place().holdsValue()) {
      return true;
    }
    String text = value.value();
    return switch (value.place().attribute().type().kind()) {
      case STRING -> {
        if (lengths == Lengths.ANY) {
          yield true;
        }
        StringType type = (StringType) value.place().attribute().type();
        int length = text.codePointCount(0, text.length());
        yield length >= type.minimumLength()
            && length <= type.maximumLength().orElse(Integer.MAX_VALUE);
      }
      case TIMESTAMP -> isTime(text);
      case FORMATTED_TIMESTAMP ->
          isTime(text, (FormattedTimestampType) value.place().attribute().type());
      case EPOCH -> value.place().text(text).equals(value.text());
      case DATE -> isTime(text + "T00:00:00Z");
      default -> true;
    };
  }

  private static boolean isTime(String text) {
    try {
      return Instant.parse(text).toEpochMilli() != Long.MIN_VALUE;
    } catch (DateTimeException noSuchDay) {
      return false;
    }
  }

  private static boolean isTime(String text, FormattedTimestampType type) {
    try {
      return type.pattern().format(type.pattern().parse(text)).equals(text);
    } catch (DateTimeException noSuchDay) {
      return false;
    }
  }
}
