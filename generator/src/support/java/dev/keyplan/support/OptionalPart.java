package dev.keyplan.support;

import java.util.NoSuchElementException;
import java.util.function.Function;

/**
 * What an update knows of one part of an index key that an item may lack: a {@link Part}, or that
 * it has no value. An item without it is not in the index.
 */
public sealed interface OptionalPart<T> permits Part, OptionalPart.Absent {
  /** Whether there is a value after the update. */
  boolean isPresent();

  /** The value after the update. */
  T value();

  /** Whether the update changes it; if not, the update demands that it is so already. */
  boolean isNew();

  /** The same knowledge of something that is made of the value. */
  <R> OptionalPart<R> map(Function<? super T, ? extends R> function);

  /**
   * That there is no value.
   *
   * @param isNew whether the update removes it; if not, the update demands that there is none
   */
  record Absent<T>(boolean isNew) implements OptionalPart<T> {
    @Override
    public boolean isPresent() {
      return false;
    }

    @Override
    public T value() {
      throw new NoSuchElementException("The part has no value");
    }

    @Override
    public <R> OptionalPart<R> map(Function<? super T, ? extends R> function) {
      return new Absent<>(isNew);
    }
  }
}
