package dev.keyplan.support.internal;

import dev.keyplan.support.text.TimePattern;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/**
 * Times in UTC as texts of a form that the model gives them. A value finer than the form is
 * refused, never cut.
 */
public final class TimeTexts {
  /** Each pattern is read once. They are constants of the generated code, so there are few. */
  private static final Map<String, TimePattern> PATTERNS = new ConcurrentHashMap<>();

  private TimeTexts() {}

  private static TimePattern of(String pattern) {
    return PATTERNS.computeIfAbsent(pattern, TimePattern::of);
  }

  /** Refuses what is finer than the form, or has no year of four digits. */
  public static Instant exact(String pattern, String name, Instant value) {
    TimePattern form = of(pattern);
    if (!form.hasYear(Check.present(name, value))) {
      throw new IllegalArgumentException(name + " is not in the years 0000 to 9999");
    }
    if (!form.cut(value).equals(value)) {
      throw new IllegalArgumentException(name + " is finer than " + pattern + ", as it is stored");
    }
    return value;
  }

  /** A value that was checked. */
  public static String format(String pattern, Instant value) {
    return of(pattern).format(value);
  }

  /** The text of a value that the form holds. */
  public static String format(String pattern, String name, Instant value) {
    return format(pattern, exact(pattern, name, value));
  }

  /** A reading of the clock, as far as the form holds it. */
  public static Instant cut(String pattern, Instant now) {
    return of(pattern).cut(now);
  }

  /** Reads what {@link #format} writes, and nothing else. */
  public static Instant parse(String pattern, AttributeValue value) {
    return parse(pattern, Read.text(value));
  }

  public static Instant parse(String pattern, String text) {
    return of(pattern).parse(text);
  }
}
