package dev.keyplan.cost;

import java.util.Collection;
import java.util.OptionalLong;

/**
 * A number of bytes that depends on the data.
 *
 * @param maximum empty if the model sets no bound
 */
public record SizeRange(long minimum, OptionalLong maximum) {
  static SizeRange exactly(long bytes) {
    return new SizeRange(bytes, OptionalLong.of(bytes));
  }

  static SizeRange between(long minimum, long maximum) {
    return new SizeRange(minimum, OptionalLong.of(maximum));
  }

  static SizeRange atLeast(long minimum) {
    return new SizeRange(minimum, OptionalLong.empty());
  }

  static SizeRange sum(Collection<SizeRange> sizes) {
    return sizes.stream().reduce(exactly(0), SizeRange::plus);
  }

  SizeRange plus(SizeRange other) {
    return new SizeRange(
        minimum + other.minimum,
        maximum.isPresent() && other.maximum.isPresent()
            ? OptionalLong.of(maximum.getAsLong() + other.maximum.getAsLong())
            : OptionalLong.empty());
  }

  SizeRange plus(long bytes) {
    return plus(exactly(bytes));
  }

  /** The same, or nothing at all. */
  SizeRange orNothing() {
    return new SizeRange(0, maximum);
  }
}
