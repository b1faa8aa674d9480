// Copied by Keyplan. Do not edit.
package com.cruddur.support.internal;

import java.math.BigDecimal;
import java.math.MathContext;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/**
 * What has to be stored so that the result of a calculation in DynamoDB is a bound of its range.
 * Between two of them, the result is in the range.
 */
public final class Bounds {
  /** DynamoDB takes no more digits; where there are more, no stored number is near. */
  private static final MathContext DIGITS = new MathContext(38);

  private Bounds() {}

  /** The bound, less the amount. */
  public static AttributeValue difference(String bound, long amount) {
    return difference(bound, BigDecimal.valueOf(amount));
  }

  /** The bound, less the amount. */
  public static AttributeValue difference(String bound, BigDecimal amount) {
    return number(new BigDecimal(bound).subtract(amount));
  }

  /** The amount, less the bound. */
  public static AttributeValue difference(long amount, String bound) {
    return difference(BigDecimal.valueOf(amount), bound);
  }

  /** The amount, less the bound. */
  public static AttributeValue difference(BigDecimal amount, String bound) {
    return number(amount.subtract(new BigDecimal(bound)));
  }

  /** The bound and the amount. */
  public static AttributeValue sum(String bound, long amount) {
    return sum(bound, BigDecimal.valueOf(amount));
  }

  /** The bound and the amount. */
  public static AttributeValue sum(String bound, BigDecimal amount) {
    return number(new BigDecimal(bound).add(amount));
  }

  private static AttributeValue number(BigDecimal number) {
    return AttributeValue.fromN(number.round(DIGITS).toPlainString());
  }
}
