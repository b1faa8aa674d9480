package dev.keyplan.cost;

import java.math.BigDecimal;
import java.util.Collection;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.LongUnaryOperator;

/**
 * A number of read or write units that depends on the data, counted in halves, since an eventually
 * consistent read costs half a unit.
 *
 * @param maximumHalves empty if the model sets no bound
 */
public record CapacityUnits(long minimumHalves, OptionalLong maximumHalves) {
  /** Read units that one partition gives in a second. */
  public static final long READS_OF_A_PARTITION = 3_000;

  /** Write units that one partition gives in a second. */
  public static final long WRITES_OF_A_PARTITION = 1_000;

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
  public static CapacityUnits write(SizeRange size) {
    return of(size, bytes -> Math.max(1, ceiling(bytes, WRITE_BYTES)) * 2);
  }

  public static CapacityUnits sum(Collection<CapacityUnits> all) {
    return all.stream().reduce(none(), CapacityUnits::plus);
  }

  CapacityUnits plus(CapacityUnits other) {
    return new CapacityUnits(
        minimumHalves + other.minimumHalves,
        maximumHalves.isPresent() && other.maximumHalves.isPresent()
            ? OptionalLong.of(maximumHalves.getAsLong() + other.maximumHalves.getAsLong())
            : OptionalLong.empty());
  }

  CapacityUnits times(long factor) {
    return new CapacityUnits(
        minimumHalves * factor,
        maximumHalves.isPresent()
            ? OptionalLong.of(maximumHalves.getAsLong() * factor)
            : OptionalLong.empty());
  }

  /** The same, or nothing at all. */
  CapacityUnits orNothing() {
    return new CapacityUnits(0, maximumHalves);
  }

  /** {@code 0.5}, {@code 1 to 12.5}, {@code 2 or more}. */
  public String text() {
    return asAmount().text();
  }

  Amount asAmount() {
    return new Amount(
        units(minimumHalves),
        maximumHalves.isPresent()
            ? Optional.of(units(maximumHalves.getAsLong()))
            : Optional.empty());
  }

  private static BigDecimal units(long halves) {
    return BigDecimal.valueOf(halves).divide(BigDecimal.valueOf(2));
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
