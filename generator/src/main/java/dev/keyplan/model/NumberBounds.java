package dev.keyplan.model;

import dev.keyplan.model.AttributeType.DecimalType;
import dev.keyplan.model.AttributeType.IntegerType;
import java.math.BigDecimal;
import java.util.Optional;

/** The least and the greatest number of a type, both of them its values. */
public record NumberBounds(BigDecimal minimum, BigDecimal maximum) {
  /** Those of a whole number or a decimal; empty for other types. */
  public static Optional<NumberBounds> of(AttributeType type) {
    if (type instanceof IntegerType integer) {
      return Optional.of(
          new NumberBounds(
              BigDecimal.valueOf(integer.minimum()), BigDecimal.valueOf(integer.maximum())));
    }
    if (type instanceof DecimalType decimal) {
      BigDecimal unit = BigDecimal.ONE.movePointLeft(decimal.scale());
      BigDecimal maximum =
          BigDecimal.ONE.movePointRight(decimal.precision() - decimal.scale()).subtract(unit);
      return Optional.of(new NumberBounds(maximum.negate(), maximum));
    }
    return Optional.empty();
  }

  /** Whether all numbers of the other are numbers of this one. */
  public boolean contain(NumberBounds other) {
    return minimum.compareTo(other.minimum) <= 0 && maximum.compareTo(other.maximum) >= 0;
  }

  /** What sums of numbers of the two can be. */
  public NumberBounds plus(NumberBounds other) {
    return new NumberBounds(minimum.add(other.minimum), maximum.add(other.maximum));
  }

  /** What differences of numbers of the two can be. */
  public NumberBounds minus(NumberBounds other) {
    return new NumberBounds(minimum.subtract(other.maximum), maximum.subtract(other.minimum));
  }

  /** Whether there is a number in both. */
  public boolean meet(NumberBounds other) {
    return minimum.compareTo(other.maximum) <= 0 && maximum.compareTo(other.minimum) >= 0;
  }
}
