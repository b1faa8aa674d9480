package dev.keyplan.model;

import dev.keyplan.model.AttributeType.DecimalType;
import dev.keyplan.model.AttributeType.IntegerType;
import java.math.BigDecimal;
import java.math.BigInteger;

/**
 * How a number is written into a key text: in digits of fixed width, so that text order is number
 * order. Where it may be negative it is counted from a power of ten: of {@code int(-5..99)}, -5 is
 * {@code 095} and 42 is {@code 142}. A decimal is written without its point.
 *
 * @param minimum without the point
 * @param maximum without the point
 * @param scale the digits behind the point
 */
public record KeyNumber(BigInteger minimum, BigInteger maximum, int scale) {

  public static KeyNumber of(IntegerType type) {
    return new KeyNumber(BigInteger.valueOf(type.minimum()), BigInteger.valueOf(type.maximum()), 0);
  }

  public static KeyNumber of(DecimalType type) {
    BigInteger largest = BigInteger.TEN.pow(type.precision()).subtract(BigInteger.ONE);
    return new KeyNumber(largest.negate(), largest, type.scale());
  }

  /** The number of digits in the key. */
  public int width() {
    return isSigned() ? digits() + 1 : digits();
  }

  /** The text of a number of the range. */
  public String text(BigDecimal number) {
    return text(number.setScale(scale).unscaledValue());
  }

  /** The number of a text. */
  public BigDecimal number(String text) {
    return new BigDecimal(new BigInteger(text).subtract(offset()), scale);
  }

  /** The text of the smallest number. */
  public String first() {
    return text(minimum);
  }

  /** The text of the largest number. */
  public String last() {
    return text(maximum);
  }

  private String text(BigInteger unscaled) {
    String digits = unscaled.add(offset()).toString();
    return "0".repeat(width() - digits.length()) + digits;
  }

  private boolean isSigned() {
    return minimum.signum() < 0;
  }

  private BigInteger offset() {
    return isSigned() ? BigInteger.TEN.pow(digits()) : BigInteger.ZERO;
  }

  private int digits() {
    return minimum.abs().max(maximum.abs()).toString().length();
  }
}
