package dev.keyplan.support.text;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.regex.PatternSyntaxException;

/**
 * How a time is written as text: digits, each field of them with always as many, and text between
 * that is always the same. Without an offset it is a time in UTC, so that each time has one text,
 * and each text is one time. With an offset a time has many texts, of which the one in UTC is
 * written.
 */
public final class TimePattern {
  private static final int SECONDS_OF_DAY = 86_400;
  private static final int SECONDS_OF_HOUR = 3_600;
  private static final int SECONDS_OF_MINUTE = 60;
  private static final int NANOS_OF_SECOND = 1_000_000_000;
  private static final long YEAR_0 = -62_167_219_200L;
  private static final long YEAR_10000 = 253_402_300_800L;

  private final String text;
  private final List<Part> parts;

  /** Digits, or text between. */
  public sealed interface Part permits Digits, Offset, Literal {}

  /** The digits of a field. */
  public record Digits(TimeField field, int width) implements Part {}

  /**
   * How far a clock is ahead of UTC, or behind it.
   *
   * @param hasZulu whether UTC itself is {@code Z}
   * @param hasColon whether a colon stands between hours and minutes
   */
  public record Offset(boolean hasZulu, boolean hasColon) implements Part {
    /** The text of UTC. */
    String utc() {
      return hasZulu ? "Z" : digits();
    }

    /** The number of characters of the one that begins there. */
    int width(String formatted, int begin) {
      boolean isZulu = hasZulu && formatted.startsWith("Z", begin);
      return isZulu ? 1 : digits().length();
    }

    private String digits() {
      return hasColon ? "+00:00" : "+0000";
    }
  }

  /** Text that is the same in all times. */
  public record Literal(String text) implements Part {}

  TimePattern(String text, List<Part> parts) {
    this.text = text;
    this.parts = List.copyOf(parts);
  }

  /**
   * Reads a pattern.
   *
   * @throws PatternSyntaxException if it is none; the index is that of the part that is wrong
   */
  public static TimePattern of(String text) {
    return new TimePatternParser(text).parse();
  }

  /** In the order in which they are written. */
  public List<Part> parts() {
    return parts;
  }

  /** The number of characters of every text; with an offset, of those that are written. */
  public int width() {
    return parts.stream().mapToInt(TimePattern::width).sum();
  }

  private static int width(Part part) {
    if (part instanceof Digits digits) {
      return digits.width();
    }
    return part instanceof Offset offset ? offset.utc().length() : ((Literal) part).text().length();
  }

  /**
   * Whether texts sort as the times do: the fields stand from the greatest to the smallest, and all
   * of them are in UTC.
   */
  public boolean isOrdered() {
    List<TimeField> fields = fields();
    return !hasOffset() && fields.equals(fields.stream().sorted().toList());
  }

  /** Whether texts say how far their clock is from UTC, so that one time has several of them. */
  public boolean hasOffset() {
    return parts.stream().anyMatch(Offset.class::isInstance);
  }

  private List<TimeField> fields() {
    return parts.stream()
        .filter(Digits.class::isInstance)
        .map(part -> ((Digits) part).field())
        .toList();
  }

  /** Whether a time has its year in four digits. */
  public boolean hasYear(Instant time) {
    return time.getEpochSecond() >= YEAR_0 && time.getEpochSecond() < YEAR_10000;
  }

  /** The time without what is finer than the pattern. */
  public Instant cut(Instant time) {
    TimeField finest = fields().stream().max(TimeField::compareTo).orElseThrow();
    long unit =
        switch (finest) {
          case YEAR, MONTH, DAY -> SECONDS_OF_DAY;
          case HOUR -> SECONDS_OF_HOUR;
          case MINUTE -> SECONDS_OF_MINUTE;
          case SECOND, FRACTION -> 1;
        };
    long seconds = Math.floorDiv(time.getEpochSecond(), unit) * unit;
    int nano = time.getNano();
    return Instant.ofEpochSecond(seconds, nano - nano % nanosOfFraction());
  }

  private int nanosOfFraction() {
    return parts.stream()
        .filter(part -> part instanceof Digits digits && digits.field() == TimeField.FRACTION)
        .map(part -> nanos(((Digits) part).width()))
        .findFirst()
        .orElse(NANOS_OF_SECOND);
  }

  /** Those of the last one of so many digits behind the point. */
  private static int nanos(int digits) {
    int nanos = NANOS_OF_SECOND;
    for (int i = 0; i < digits; i++) {
      nanos /= 10;
    }
    return nanos;
  }

  /** The text of a time that is as coarse as the pattern, and has its year. */
  public String format(Instant time) {
    LocalDateTime utc =
        LocalDateTime.ofEpochSecond(time.getEpochSecond(), time.getNano(), ZoneOffset.UTC);
    StringBuilder formatted = new StringBuilder();
    for (Part part : parts) {
      if (part instanceof Digits digits) {
        String number = Integer.toString(value(utc, digits));
        formatted.append("0".repeat(digits.width() - number.length())).append(number);
      } else if (part instanceof Offset offset) {
        formatted.append(offset.utc());
      } else {
        formatted.append(((Literal) part).text());
      }
    }
    return formatted.toString();
  }

  private static int value(LocalDateTime time, Digits digits) {
    return switch (digits.field()) {
      case YEAR -> time.getYear();
      case MONTH -> time.getMonthValue();
      case DAY -> time.getDayOfMonth();
      case HOUR -> time.getHour();
      case MINUTE -> time.getMinute();
      case SECOND -> time.getSecond();
      case FRACTION -> time.getNano() / nanos(digits.width());
    };
  }

  /**
   * Reads what {@link #format} writes, also with another offset, and nothing else.
   *
   * @throws DateTimeException if the text is something else
   */
  public Instant parse(String formatted) {
    Map<TimeField, Integer> values = new EnumMap<>(TimeField.class);
    ZoneOffset offset = ZoneOffset.UTC;
    int position = 0;
    for (Part part : parts) {
      if (part instanceof Offset form) {
        int end = position + form.width(formatted, position);
        offset = offset(form, formatted, position, end);
        position = end;
      } else if (part instanceof Digits digits) {
        int end = position + digits.width();
        values.put(digits.field(), number(formatted, position, end) * unit(digits));
        position = end;
      } else {
        String literal = ((Literal) part).text();
        if (!formatted.startsWith(literal, position)) {
          throw malformed();
        }
        position += literal.length();
      }
    }
    if (position != formatted.length()) {
      throw malformed();
    }
    Instant time =
        LocalDateTime.of(
                required(values, TimeField.YEAR),
                required(values, TimeField.MONTH),
                required(values, TimeField.DAY),
                values.getOrDefault(TimeField.HOUR, 0),
                values.getOrDefault(TimeField.MINUTE, 0),
                values.getOrDefault(TimeField.SECOND, 0),
                values.getOrDefault(TimeField.FRACTION, 0))
            .toInstant(offset);
    if (!hasYear(time)) {
      throw malformed();
    }
    return time;
  }

  /** All patterns have a date. */
  private static int required(Map<TimeField, Integer> values, TimeField field) {
    return Objects.requireNonNull(values.get(field));
  }

  /** As far as Java knows offsets: up to 18 hours. */
  private static ZoneOffset offset(Offset form, String text, int begin, int end) {
    if (end == begin + 1) {
      return ZoneOffset.UTC;
    }
    boolean isAhead = text.startsWith("+", begin);
    boolean hasColon = text.startsWith(":", begin + 3);
    if ((!isAhead && !text.startsWith("-", begin)) || hasColon != form.hasColon()) {
      throw malformed();
    }
    int hours = number(text, begin + 1, begin + 3);
    int minutes = number(text, end - 2, end);
    return isAhead
        ? ZoneOffset.ofHoursMinutes(hours, minutes)
        : ZoneOffset.ofHoursMinutes(-hours, -minutes);
  }

  private static int unit(Digits digits) {
    return digits.field() == TimeField.FRACTION ? nanos(digits.width()) : 1;
  }

  private static int number(String text, int begin, int end) {
    if (end > text.length()) {
      throw malformed();
    }
    int number = 0;
    for (int i = begin; i < end; i++) {
      int digit = text.charAt(i) - '0';
      if (digit < 0 || digit > 9) {
        throw malformed();
      }
      number = number * 10 + digit;
    }
    return number;
  }

  private static DateTimeException malformed() {
    return new DateTimeException("Not a time of the stored form");
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof TimePattern pattern && pattern.text.equals(text);
  }

  @Override
  public int hashCode() {
    return text.hashCode();
  }

  /** As it was written. */
  @Override
  public String toString() {
    return text;
  }
}
