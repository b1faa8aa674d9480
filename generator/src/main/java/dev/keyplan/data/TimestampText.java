package dev.keyplan.data;

import dev.keyplan.model.Precision;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoField;
import java.util.Locale;
import java.util.Optional;

/** Timestamps as they are stored: {@code 2026-01-31T09:30:00.000Z}, always of one width. */
final class TimestampText {
  private static final DateTimeFormatter SECONDS =
      DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss", Locale.ROOT).withZone(ZoneOffset.UTC);
  private static final int NANO_DIGITS = 9;

  private TimestampText() {}

  /** The instant of an ISO-8601 date and time with an offset; empty if it is none. */
  static Optional<Instant> parse(String text) {
    try {
      Instant instant = OffsetDateTime.parse(text).toInstant();
      int year = instant.atOffset(ZoneOffset.UTC).getYear();
      return year >= 0 && year <= 9999 ? Optional.of(instant) : Optional.empty();
    } catch (DateTimeException e) {
      // The caller says what a timestamp looks like; the exception says no more than that.
      return Optional.empty();
    }
  }

  /** Whether an instant has a part smaller than the precision keeps. */
  static boolean isFiner(Instant instant, Precision precision) {
    return instant.get(ChronoField.NANO_OF_SECOND) % unit(precision) != 0;
  }

  /** The stored text; what is smaller than the precision keeps is cut. */
  static String format(Instant instant, Precision precision) {
    String seconds = SECONDS.format(instant);
    int digits = precision.digits();
    if (digits == 0) {
      return seconds + "Z";
    }
    String fraction = Integer.toString(instant.get(ChronoField.NANO_OF_SECOND) / unit(precision));
    return seconds + "." + "0".repeat(digits - fraction.length()) + fraction + "Z";
  }

  private static int unit(Precision precision) {
    int unit = 1;
    for (int i = precision.digits(); i < NANO_DIGITS; i++) {
      unit *= 10;
    }
    return unit;
  }
}
