package dev.keyplan.support.text;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.regex.PatternSyntaxException;

/**
 * How a time in UTC is written as text: digits, each field of them with always as many, and text
 * between that is always the same. So each time has one text, and each text one time.
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
  public sealed interface Part permits Digits, Literal {}

  /** The digits of a field. */
  public record Digits(TimeField field, int width) implements Part {}

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

  /** The number of characters of every text. */
  public int width() {
    return parts.stream()
        .mapToInt(
            part ->
                part instanceof Digits digits ? digits.width() : ((Literal) part).text().length())
        .sum();
  }

  /** Whether texts sort as the times do: the fields stand from the greatest to the smallest. */
  public boolean isOrdered() {
    List<TimeField> fields = fields();
    return fields.equals(fields.stream().sorted().toList());
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
   * Reads what {@link #format} writes, and nothing else.
   *
   * @throws DateTimeException if the text is something else
   */
  public Instant parse(String formatted) {
    Map<TimeField, Integer> values = new EnumMap<>(TimeField.class);
    int position = 0;
    for (Part part : parts) {
      if (part instanceof Digits digits) {
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
    return LocalDateTime.of(
            values.get(TimeField.YEAR),
            values.get(TimeField.MONTH),
            values.get(TimeField.DAY),
            values.getOrDefault(TimeField.HOUR, 0),
            values.getOrDefault(TimeField.MINUTE, 0),
            values.getOrDefault(TimeField.SECOND, 0),
            values.getOrDefault(TimeField.FRACTION, 0))
        .toInstant(ZoneOffset.UTC);
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
