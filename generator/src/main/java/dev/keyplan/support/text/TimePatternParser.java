package dev.keyplan.support.text;

import dev.keyplan.support.text.TimePattern.Digits;
import dev.keyplan.support.text.TimePattern.Literal;
import dev.keyplan.support.text.TimePattern.Offset;
import dev.keyplan.support.text.TimePattern.Part;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.PatternSyntaxException;

/**
 * Reads the letters of {@code java.time.format.DateTimeFormatter} that stand for digits and
 * offsets. All others there are would be read in several ways, or depend on a language.
 */
final class TimePatternParser {
  private static final char QUOTE = '\'';
  private static final int MOST_CHARACTERS = 60;

  private final String text;
  private final List<Part> parts = new ArrayList<>();
  private final StringBuilder literal = new StringBuilder();

  TimePatternParser(String text) {
    this.text = text;
  }

  TimePattern parse() {
    if (text.length() > MOST_CHARACTERS) {
      throw problem("a pattern has at most " + MOST_CHARACTERS + " characters", MOST_CHARACTERS);
    }
    int position = 0;
    while (position < text.length()) {
      char c = text.charAt(position);
      if (c == QUOTE) {
        position = quoted(position);
      } else if (isLetter(c)) {
        position = field(position);
      } else {
        position = plain(position);
      }
    }
    endLiteral();
    for (TimeField field : List.of(TimeField.YEAR, TimeField.MONTH, TimeField.DAY)) {
      if (!has(field)) {
        throw problem("there is no " + word(field) + ": `" + letters(field) + "`", -1);
      }
    }
    return new TimePattern(text, parts);
  }

  private static boolean isLetter(char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
  }

  /** Text in quotes; two quotes are one. */
  private int quoted(int begin) {
    if (text.startsWith("''", begin)) {
      literal.append(QUOTE);
      return begin + 2;
    }
    int position = begin + 1;
    while (position < text.length()) {
      if (text.charAt(position) != QUOTE) {
        add(position);
        position++;
      } else if (text.startsWith("''", position)) {
        literal.append(QUOTE);
        position += 2;
      } else {
        return position + 1;
      }
    }
    throw problem("this quote is not closed", begin);
  }

  private int plain(int position) {
    if ("[]{}#".indexOf(text.charAt(position)) >= 0) {
      throw problem(
          "`%s` has a meaning of its own in such patterns; in single quotes it is itself"
              .formatted(text.charAt(position)),
          position);
    }
    add(position);
    return position + 1;
  }

  private void add(int position) {
    char c = text.charAt(position);
    if (Character.isISOControl(c) || Character.isSurrogate(c)) {
      throw problem("this character cannot be seen in a time", position);
    }
    literal.append(c);
  }

  private void endLiteral() {
    if (!literal.isEmpty()) {
      parts.add(new Literal(literal.toString()));
      literal.setLength(0);
    }
  }

  private int field(int begin) {
    int end = begin;
    while (end < text.length() && text.charAt(end) == text.charAt(begin)) {
      end++;
    }
    int width = end - begin;
    if (Character.toUpperCase(text.charAt(begin)) == 'X') {
      addOffset(begin, width);
      return end;
    }
    TimeField field = known(begin);
    boolean fits = field == TimeField.FRACTION ? width <= field.digits() : width == field.digits();
    if (!fits) {
      throw problem(width(field, width), begin);
    }
    if (has(field)) {
      throw problem("the " + word(field) + " stands here twice", begin);
    }
    endLiteral();
    checkNeighbour(field, begin);
    parts.add(new Digits(field, width));
    return end;
  }

  /** {@code XXX} is {@code +01:00} or {@code Z}, {@code xx} is {@code +0100}. */
  private void addOffset(int begin, int width) {
    if (width != 2 && width != 3) {
      throw problem(
          "an offset has hours and minutes: `XXX` is `+01:00` or `Z`, `xxx` always `+01:00`,"
              + " `XX` and `xx` are the same without the colon",
          begin);
    }
    if (parts.stream().anyMatch(Offset.class::isInstance)) {
      throw problem("the offset stands here twice", begin);
    }
    if (lastField().filter(field -> field.compareTo(TimeField.MINUTE) >= 0).isEmpty()) {
      throw problem(
          "an offset stands behind a time with minutes, since there are offsets of half an hour",
          begin);
    }
    endLiteral();
    parts.add(new Offset(text.charAt(begin) == 'X', width == 3));
  }

  private TimeField known(int position) {
    char letter = text.charAt(position);
    for (TimeField field : TimeField.values()) {
      if (field.letter() == letter) {
        return field;
      }
    }
    throw problem(
        switch (letter) {
          case 'y', 'Y' -> "`" + letter + "` is not the year that all count: `uuuu` is";
          case 'D' -> "`D` is the day of the year: the day of the month is `dd`";
          case 'h', 'k', 'K', 'a', 'B' -> "hours are counted from 00 to 23: `HH`";
          case 'n', 'N', 'A' -> "the fraction of a second is `S` for each digit";
          case 'E', 'e', 'c', 'L', 'G' -> "`" + letter + "` depends on a language";
          case 'Z', 'z', 'O', 'V', 'v' ->
              "an offset is `XXX`; a letter that is always the same stands in single quotes, `'"
                  + letter
                  + "'`";
          default -> "`" + letter + "` stands for no digits; in single quotes it is itself";
        },
        position);
  }

  private static String width(TimeField field, int width) {
    if (field == TimeField.FRACTION) {
      return "a second has at most 9 digits behind its point";
    }
    return switch (field) {
      case YEAR -> "a year has four digits: `uuuu`";
      case MONTH -> width > 2 ? "names of months depend on a language: write `MM`" : always(field);
      default -> always(field);
    };
  }

  private static String always(TimeField field) {
    return "a " + word(field) + " has always two digits: `" + letters(field) + "`";
  }

  /** Where the fields of a clock do not follow each other, a month was meant, or a minute. */
  private void checkNeighbour(TimeField field, int position) {
    Optional<TimeField> before = lastField();
    if (field.compareTo(TimeField.HOUR) > 0) {
      TimeField greater =
          switch (field) {
            case MINUTE -> TimeField.HOUR;
            case SECOND -> TimeField.MINUTE;
            default -> TimeField.SECOND;
          };
      if (before.filter(greater::equals).isEmpty()) {
        throw problem(
            "a %s stands behind its %s, `%s`%s"
                .formatted(
                    word(field),
                    word(greater),
                    letters(greater),
                    field == TimeField.MINUTE ? "; a month is `MM`" : ""),
            position);
      }
    } else if (field == TimeField.MONTH && before.filter(TimeField.HOUR::equals).isPresent()) {
      throw problem("a month behind an hour; a minute is `mm`", position);
    }
  }

  private Optional<TimeField> lastField() {
    for (int i = parts.size() - 1; i >= 0; i--) {
      if (parts.get(i) instanceof Digits digits) {
        return Optional.of(digits.field());
      }
    }
    return Optional.empty();
  }

  private boolean has(TimeField field) {
    return parts.stream()
        .anyMatch(part -> part instanceof Digits digits && digits.field() == field);
  }

  private static String word(TimeField field) {
    return switch (field) {
      case YEAR -> "year";
      case MONTH -> "month";
      case DAY -> "day";
      case HOUR -> "hour";
      case MINUTE -> "minute";
      case SECOND -> "second";
      case FRACTION -> "fraction";
    };
  }

  private static String letters(TimeField field) {
    return Character.toString(field.letter()).repeat(field.digits());
  }

  private PatternSyntaxException problem(String description, int position) {
    return new PatternSyntaxException(description, text, position);
  }
}
