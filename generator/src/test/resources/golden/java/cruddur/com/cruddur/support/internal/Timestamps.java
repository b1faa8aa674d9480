// Copied by Keyplan. Do not edit.
package com.cruddur.support.internal;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;

/**
 * Points in time as ISO-8601 text in UTC with a fixed number of digits, so that text order is time
 * order; {@code Instant.toString} drops zeros. A value finer than the digits is refused, never cut.
 */
public final class Timestamps {
  private static final long YEAR_0 = -62_167_219_200L;
  private static final long YEAR_10000 = 253_402_300_800L;
  private static final int SECONDS_OF_DAY = 86_400;
  private static final int[] NANOS = {
    1_000_000_000, 100_000_000, 10_000_000, 1_000_000, 100_000, 10_000, 1_000
  };

  private Timestamps() {}

  /** Refuses what is finer than seconds, or has no year of four digits. */
  public static Instant seconds(String name, Instant value) {
    return checked(name, value, 0);
  }

  /** Refuses what is finer than milliseconds, or has no year of four digits. */
  public static Instant millis(String name, Instant value) {
    return checked(name, value, 3);
  }

  /** Refuses what is finer than microseconds, or has no year of four digits. */
  public static Instant micros(String name, Instant value) {
    return checked(name, value, 6);
  }

  /** A value that was checked. */
  public static String formatSeconds(Instant value) {
    return format(value, 0);
  }

  /** {@code 2026-11-22T17:16:57Z}. */
  public static String formatSeconds(String name, Instant value) {
    return format(checked(name, value, 0), 0);
  }

  /** A value that was checked. */
  public static String formatMillis(Instant value) {
    return format(value, 3);
  }

  /** {@code 2026-11-22T17:16:57.042Z}. */
  public static String formatMillis(String name, Instant value) {
    return format(checked(name, value, 3), 3);
  }

  /** A value that was checked. */
  public static String formatMicros(Instant value) {
    return format(value, 6);
  }

  /** {@code 2026-11-22T17:16:57.042000Z}. */
  public static String formatMicros(String name, Instant value) {
    return format(checked(name, value, 6), 6);
  }

  /** Reads what {@link #formatSeconds} writes, and nothing else. */
  public static Instant parseSeconds(String text) {
    return parse(text, 0);
  }

  /** Reads what {@link #formatMillis} writes, and nothing else. */
  public static Instant parseMillis(String text) {
    return parse(text, 3);
  }

  /** Reads what {@link #formatMicros} writes, and nothing else. */
  public static Instant parseMicros(String text) {
    return parse(text, 6);
  }

  private static Instant checked(String name, Instant value, int digits) {
    Check.present(name, value);
    if (value.getNano() % NANOS[digits] != 0) {
      throw new IllegalArgumentException(
          name + " is finer than the " + digits + " digits of a second that are stored");
    }
    if (value.getEpochSecond() < YEAR_0 || value.getEpochSecond() >= YEAR_10000) {
      throw new IllegalArgumentException(name + " is not in the years 0000 to 9999");
    }
    return value;
  }

  private static String format(Instant value, int digits) {
    char[] text = new char[digits == 0 ? 20 : 21 + digits];
    LocalDate date = LocalDate.ofEpochDay(Math.floorDiv(value.getEpochSecond(), SECONDS_OF_DAY));
    int second = Math.floorMod(value.getEpochSecond(), SECONDS_OF_DAY);
    int nano = value.getNano();
    write(text, 0, 4, date.getYear());
    text[4] = '-';
    write(text, 5, 2, date.getMonthValue());
    text[7] = '-';
    write(text, 8, 2, date.getDayOfMonth());
    text[10] = 'T';
    write(text, 11, 2, second / 3_600);
    text[13] = ':';
    write(text, 14, 2, second / 60 % 60);
    text[16] = ':';
    write(text, 17, 2, second % 60);
    if (digits > 0) {
      text[19] = '.';
      write(text, 20, digits, nano / NANOS[digits]);
    }
    text[text.length - 1] = 'Z';
    return new String(text);
  }

  private static Instant parse(String text, int digits) {
    if (text.length() != (digits == 0 ? 20 : 21 + digits)
        || text.charAt(4) != '-'
        || text.charAt(7) != '-'
        || text.charAt(10) != 'T'
        || text.charAt(13) != ':'
        || text.charAt(16) != ':'
        || (digits > 0 && text.charAt(19) != '.')
        || text.charAt(text.length() - 1) != 'Z') {
      throw malformed();
    }
    LocalDate date = LocalDate.of(read(text, 0, 4), read(text, 5, 2), read(text, 8, 2));
    int hour = read(text, 11, 2);
    int minute = read(text, 14, 2);
    int second = read(text, 17, 2);
    if (hour > 23 || minute > 59 || second > 59) {
      throw malformed();
    }
    long nanos = digits == 0 ? 0 : (long) read(text, 20, digits) * NANOS[digits];
    long seconds = date.toEpochDay() * SECONDS_OF_DAY + hour * 3_600L + minute * 60L + second;
    return Instant.ofEpochSecond(seconds, nanos);
  }

  private static void write(char[] text, int start, int width, int value) {
    int rest = value;
    for (int i = start + width - 1; i >= start; i--) {
      text[i] = (char) ('0' + rest % 10);
      rest /= 10;
    }
  }

  private static int read(String text, int start, int width) {
    int value = 0;
    for (int i = start; i < start + width; i++) {
      int digit = text.charAt(i) - '0';
      if (digit < 0 || digit > 9) {
        throw malformed();
      }
      value = value * 10 + digit;
    }
    return value;
  }

  private static DateTimeException malformed() {
    return new DateTimeException("Not a timestamp in UTC with the stored number of digits");
  }
}
