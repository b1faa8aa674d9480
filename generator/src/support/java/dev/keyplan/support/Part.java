package dev.keyplan.support;

import java.util.Optional;
import java.util.function.Function;

/**
 * What an update knows of one part of an index key: its new value, or the value it has and keeps.
 *
 * @param value the value after the update
 * @param isNew whether the update writes it; if not, the update demands that it is stored already
 */
public record Part<T>(T value, boolean isNew) implements OptionalPart<T> {
  public Part {
    if (value == null) {
      throw new IllegalArgumentException("The part has no value");
    }
  }

  /** The part changes to this value. */
  public static <T> Part<T> set(T value) {
    return new Part<>(value, true);
  }

  /** The part has this value already; the update fails if it does not. */
  public static <T> Part<T> unchanged(T value) {
    return new Part<>(value, false);
  }

  /** The part has this value already, or none; the update fails if it does not. */
  public static <T> OptionalPart<T> unchanged(Optional<T> value) {
    return value.<OptionalPart<T>>map(Part::unchanged).orElseGet(() -> new Absent<>(false));
  }

  /** The part has no value after the update. */
  public static <T> OptionalPart<T> removed() {
    return new Absent<>(true);
  }

  @Override
  public boolean isPresent() {
    return true;
  }

  /** Without the value, which may be sensitive. */
  @Override
  public String toString() {
    return isNew ? "Part[set]" : "Part[unchanged]";
  }

  @Override
  public <R> Part<R> map(Function<? super T, ? extends R> function) {
    return new Part<>(function.apply(value), isNew);
  }
}
