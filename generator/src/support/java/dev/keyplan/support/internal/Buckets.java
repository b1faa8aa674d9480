package dev.keyplan.support.internal;

import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.function.LongFunction;

/** The spans of time that keys are divided by: the beginnings of timestamps in UTC. */
public final class Buckets {
  private static final int MONTHS_OF_YEAR = 12;
  private static final int HOURS_OF_DAY = 24;
  private static final int SECONDS_OF_HOUR = 3_600;

  private Buckets() {}

  /** {@code 2026}. */
  public static String year(String name, Instant value) {
    return year(date(name, value).getYear());
  }

  /** {@code 2026}. */
  public static String year(String name, LocalDate value) {
    return year(Check.date(name, value).getYear());
  }

  /** {@code 2026-11}. */
  public static String month(String name, Instant value) {
    return month(monthNumber(date(name, value)));
  }

  /** {@code 2026-11}. */
  public static String month(String name, LocalDate value) {
    return month(monthNumber(Check.date(name, value)));
  }

  /** {@code 2026-11-23}. */
  public static String day(String name, Instant value) {
    return date(name, value).toString();
  }

  /** {@code 2026-11-23T10}. */
  public static String hour(String name, Instant value) {
    return hour(hourNumber(name, value));
  }

  /** All years of a range, made when they are needed. */
  public static List<String> years(String fromName, Instant from, String toName, Instant to) {
    return years(fromName, date(fromName, from), toName, date(toName, to));
  }

  /** All years of a range, made when they are needed. */
  public static List<String> years(String fromName, LocalDate from, String toName, LocalDate to) {
    int first = Check.date(fromName, from).getYear();
    int last = Check.date(toName, to).getYear();
    return all(first, last, from.isAfter(to), fromName, toName, Buckets::year);
  }

  /** All months of a range, made when they are needed. */
  public static List<String> months(String fromName, Instant from, String toName, Instant to) {
    return all(
        monthNumber(date(fromName, from)),
        monthNumber(date(toName, to)),
        from.isAfter(to),
        fromName,
        toName,
        Buckets::month);
  }

  /** All months of a range, made when they are needed. */
  public static List<String> months(String fromName, LocalDate from, String toName, LocalDate to) {
    long first = monthNumber(Check.date(fromName, from));
    long last = monthNumber(Check.date(toName, to));
    return all(first, last, from.isAfter(to), fromName, toName, Buckets::month);
  }

  /** All days of a range, made when they are needed. */
  public static List<String> days(String fromName, Instant from, String toName, Instant to) {
    return all(
        date(fromName, from).toEpochDay(),
        date(toName, to).toEpochDay(),
        from.isAfter(to),
        fromName,
        toName,
        day -> LocalDate.ofEpochDay(day).toString());
  }

  /** All hours of a range, made when they are needed. */
  public static List<String> hours(String fromName, Instant from, String toName, Instant to) {
    return all(
        hourNumber(fromName, from),
        hourNumber(toName, to),
        from.isAfter(to),
        fromName,
        toName,
        Buckets::hour);
  }

  /** The same buckets, the last one first. */
  public static List<String> descending(List<String> buckets) {
    return FanOut.lazily(buckets.size(), i -> buckets.get(buckets.size() - 1 - i));
  }

  private static List<String> all(
      long first,
      long last,
      boolean isReversed,
      String fromName,
      String toName,
      LongFunction<String> text) {
    if (isReversed) {
      throw Ranges.reversed(fromName, toName);
    }
    return FanOut.lazily(Math.toIntExact(last - first + 1), i -> text.apply(first + i));
  }

  private static LocalDate date(String name, Instant value) {
    return LocalDate.ofEpochDay(Math.floorDiv(hourNumber(name, value), HOURS_OF_DAY));
  }

  private static long hourNumber(String name, Instant value) {
    Instant second = Check.present(name, value).truncatedTo(ChronoUnit.SECONDS);
    return Math.floorDiv(Timestamps.seconds(name, second).getEpochSecond(), SECONDS_OF_HOUR);
  }

  private static long monthNumber(LocalDate date) {
    return (long) date.getYear() * MONTHS_OF_YEAR + date.getMonthValue() - 1;
  }

  private static String year(long year) {
    return padded(year, 4);
  }

  private static String month(long month) {
    return year(Math.floorDiv(month, MONTHS_OF_YEAR))
        + "-"
        + padded(Math.floorMod(month, MONTHS_OF_YEAR) + 1, 2);
  }

  private static String hour(long hour) {
    return LocalDate.ofEpochDay(Math.floorDiv(hour, HOURS_OF_DAY))
        + "T"
        + padded(Math.floorMod(hour, HOURS_OF_DAY), 2);
  }

  private static String padded(long number, int width) {
    String digits = Long.toString(number);
    return "0".repeat(width - digits.length()) + digits;
  }
}
