package dev.keyplan.proof;

import dev.keyplan.model.AttributeType;
import dev.keyplan.model.AttributeType.DecimalType;
import dev.keyplan.model.AttributeType.EpochType;
import dev.keyplan.model.AttributeType.IntegerType;
import dev.keyplan.model.Precision;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;
import java.util.Map;
import java.util.Optional;

/**
 * The numbers that a type allows.
 *
 * @param scale the most digits behind the point
 */
record NumberRange(BigDecimal minimum, BigDecimal maximum, int scale) {
  private static final BigDecimal LARGEST = new BigDecimal("9e125");

  /** Those that every double holds exactly enough to come back as the same text. */
  private static final int DIGITS_OF_A_DOUBLE = 15;

  /** Those that DynamoDB keeps. */
  private static final int MOST_DIGITS = 38;

  private static final long YEAR_0 = -62_167_219_200L;
  private static final long YEAR_10000 = 253_402_300_800L;

  /** Those that a key attribute may have. */
  static NumberRange of(KeyValues values, Map<String, String> fixed) {
    if (values.attribute().isPresent()) {
      String value = fixed.get(values.attribute().get().name());
      return value == null ? of(values.attribute().get().type()) : exactly(value);
    }
    return values.tail() instanceof KeyValues.Numbers numbers
        ? new NumberRange(
            numbers.low().orElse(LARGEST.negate()), numbers.high().orElse(LARGEST), MOST_DIGITS)
        : new NumberRange(LARGEST.negate(), LARGEST, MOST_DIGITS);
  }

  /** The values of a type that is stored as a number. */
  static NumberRange of(AttributeType type) {
    return switch (type.kind()) {
      case INTEGER -> whole(((IntegerType) type).minimum(), ((IntegerType) type).maximum());
      case EPOCH -> {
        long unit = ((EpochType) type).precision() == Precision.SECONDS ? 1 : 1000;
        yield whole(YEAR_0 * unit, YEAR_10000 * unit - 1);
      }
      case DECIMAL -> {
        DecimalType decimal = (DecimalType) type;
        BigDecimal largest =
            new BigDecimal(
                BigInteger.TEN.pow(decimal.precision()).subtract(BigInteger.ONE), decimal.scale());
        yield new NumberRange(largest.negate(), largest, decimal.scale());
      }
      case DOUBLE -> new NumberRange(LARGEST.negate(), LARGEST, DIGITS_OF_A_DOUBLE);
      default -> throw new IllegalArgumentException("No number: " + type.text());
    };
  }

  /** One number. */
  static NumberRange exactly(String text) {
    BigDecimal value = new BigDecimal(text);
    return new NumberRange(value, value, Math.max(0, value.stripTrailingZeros().scale()));
  }

  private static NumberRange whole(long minimum, long maximum) {
    return new NumberRange(BigDecimal.valueOf(minimum), BigDecimal.valueOf(maximum), 0);
  }

  /** The numbers that are in both; empty if there are none. */
  Optional<NumberRange> common(NumberRange other) {
    int digits = Math.min(scale, other.scale);
    BigDecimal low = minimum.max(other.minimum).setScale(digits, RoundingMode.CEILING);
    BigDecimal high = maximum.min(other.maximum).setScale(digits, RoundingMode.FLOOR);
    return low.compareTo(high) <= 0
        ? Optional.of(new NumberRange(low, high, digits))
        : Optional.empty();
  }

  /** One of them, near to 1. */
  String example() {
    BigDecimal nearest = minimum.max(BigDecimal.ONE.min(maximum));
    return nearest.signum() == 0 ? "0" : nearest.stripTrailingZeros().toPlainString();
  }
}
