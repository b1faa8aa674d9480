package dev.keyplan.cost;

import java.math.BigDecimal;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
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
    SizeRange sum = exactly(0);
    for (SizeRange size : sizes) {
      sum = sum.plus(size);
    }
    return sum;
  }

  /** One of several, nobody knows which. */
  static SizeRange either(List<SizeRange> sizes) {
    boolean isBounded = sizes.stream().allMatch(size -> size.maximum.isPresent());
    return new SizeRange(
        sizes.stream().mapToLong(SizeRange::minimum).min().orElse(0),
        isBounded
            ? OptionalLong.of(
                sizes.stream().mapToLong(size -> size.maximum.getAsLong()).max().orElse(0))
            : OptionalLong.empty());
  }

  /** So many of that size; what is too much to be counted is as much as can be. */
  public SizeRange times(long count) {
    return new SizeRange(
        product(minimum, count),
        maximum.isPresent()
            ? OptionalLong.of(product(maximum.getAsLong(), count))
            : OptionalLong.empty());
  }

  /** Small enough for sums and for what units make of it. */
  private static final long MOST = Long.MAX_VALUE / 8;

  private static long product(long first, long second) {
    return Math.multiplyHigh(first, second) != 0 || first * second < 0 || first * second > MOST
        ? MOST
        : first * second;
  }

  SizeRange plus(SizeRange other) {
    return new SizeRange(
        Math.min(MOST, minimum + other.minimum),
        maximum.isPresent() && other.maximum.isPresent()
            ? OptionalLong.of(Math.min(MOST, maximum.getAsLong() + other.maximum.getAsLong()))
            : OptionalLong.empty());
  }

  SizeRange plus(long bytes) {
    return plus(exactly(bytes));
  }

  /** The same numbers, to be divided and multiplied. */
  Amount asAmount() {
    return new Amount(
        BigDecimal.valueOf(minimum),
        maximum.isPresent()
            ? Optional.of(BigDecimal.valueOf(maximum.getAsLong()))
            : Optional.empty());
  }

  /** The same, or nothing at all. */
  SizeRange orNothing() {
    return new SizeRange(0, maximum);
  }
}
