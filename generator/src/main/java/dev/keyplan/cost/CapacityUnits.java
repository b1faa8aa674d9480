package dev.keyplan.cost;

import java.math.BigDecimal;
import java.util.Collection;
import java.util.OptionalLong;
import java.util.function.LongUnaryOperator;

/**
 * A number of read or write units that depends on the data, counted in halves, since an eventually
 * consistent read costs half a unit.
 *
 * @param maximumHalves empty if the model sets no bound
 */
public record CapacityUnits(long minimumHalves, OptionalLong maximumHalves) {
  private static final int READ_BYTES = 4096;
  private static final int WRITE_BYTES = 1024;

  static CapacityUnits none() {
    return new CapacityUnits(0, OptionalLong.of(0));
  }

  /** What reading so many bytes in one request costs; nothing found costs a unit, too. */
  static CapacityUnits read(SizeRange size, boolean isConsistent) {
    int halves = isConsistent ? 2 : 1;
    return of(size, bytes -> Math.max(1, ceiling(bytes, READ_BYTES)) * halves);
  }

  /** What writing an item of that size costs. */
  static CapacityUnits write(SizeRange size) {
    return of(size, bytes -> Math.max(1, ceiling(bytes, WRITE_BYTES)) * 2);
  }

  static CapacityUnits sum(Collection<CapacityUnits> all) {
    return all.stream().reduce(none(), CapacityUnits::plus);
  }

  CapacityUnits plus(CapacityUnits other) {
    return new CapacityUnits(
        minimumHalves + other.minimumHalves,
        maximumHalves.isPresent() && other.maximumHalves.isPresent()
            ? OptionalLong.of(maximumHalves.getAsLong() + other.maximumHalves.getAsLong())
            : OptionalLong.empty());
  }

  CapacityUnits times(int factor) {
    return new CapacityUnits(
        minimumHalves * factor,
        maximumHalves.isPresent()
            ? OptionalLong.of(maximumHalves.getAsLong() * factor)
            : OptionalLong.empty());
  }

  /** Whether it is certain that none are used. */
  public boolean isNothing() {
    return maximumHalves.isPresent() && maximumHalves.getAsLong() == 0;
  }

  /** {@code 0.5}, {@code 1 to 12.5}, {@code 2 or more}. */
  public String text() {
    String low = units(minimumHalves);
    if (maximumHalves.isEmpty()) {
      return low + " or more";
    }
    String high = units(maximumHalves.getAsLong());
    return low.equals(high) ? low : low + " to " + high;
  }

  private static String units(long halves) {
    return BigDecimal.valueOf(halves)
        .divide(BigDecimal.valueOf(2))
        .stripTrailingZeros()
        .toPlainString();
  }

  private static CapacityUnits of(SizeRange size, LongUnaryOperator halves) {
    return new CapacityUnits(
        halves.applyAsLong(size.minimum()),
        size.maximum().isPresent()
            ? OptionalLong.of(halves.applyAsLong(size.maximum().getAsLong()))
            : OptionalLong.empty());
  }

  private static long ceiling(long bytes, int unit) {
    return (bytes + unit - 1) / unit;
  }
}
