package dev.keyplan.support.internal;

import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;

/** The spans of time that keys are divided by: the beginnings of timestamps in UTC. */
public final class Buckets {
  private Buckets() {}

  /** {@code 2026}. */
  public static String year(String name, Instant value) {
    return beginning(name, value, "2026");
  }

  /** {@code 2026-11}. */
  public static String month(String name, Instant value) {
    return beginning(name, value, "2026-11");
  }

  /** {@code 2026-11-23}. */
  public static String day(String name, Instant value) {
    return beginning(name, value, "2026-11-23");
  }

  /** {@code 2026-11-23T10}. */
  public static String hour(String name, Instant value) {
    return beginning(name, value, "2026-11-23T10");
  }

  /** {@code 2026}. */
  public static String year(String name, LocalDate value) {
    return Check.date(name, value).toString().substring(0, "2026".length());
  }

  /** {@code 2026-11}. */
  public static String month(String name, LocalDate value) {
    return Check.date(name, value).toString().substring(0, "2026-11".length());
  }

  private static String beginning(String name, Instant value, String example) {
    Instant second = Check.present(name, value).truncatedTo(ChronoUnit.SECONDS);
    return Timestamps.formatSeconds(name, second).substring(0, example.length());
  }
}
