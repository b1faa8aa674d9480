package dev.keyplan.cost;

import dev.keyplan.model.Rate;
import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.text.DecimalFormat;
import java.text.DecimalFormatSymbols;
import java.util.Collection;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;

/**
 * A number that depends on the data: of units a second, of bytes, of money.
 *
 * @param most empty if the model sets no bound
 */
public record Amount(BigDecimal least, Optional<BigDecimal> most) {
  /** So many units a call, in a second. */
  public static Amount of(CapacityUnits units, Rate rate) {
    return units.asAmount().times(rate.callsPerSecond());
  }

  public static Amount none() {
    return new Amount(BigDecimal.ZERO, Optional.of(BigDecimal.ZERO));
  }

  static Amount sum(Collection<Amount> all) {
    return all.stream().reduce(none(), Amount::plus);
  }

  private Amount plus(Amount other) {
    return new Amount(
        least.add(other.least, MathContext.DECIMAL64),
        most.flatMap(m -> other.most.map(o -> m.add(o, MathContext.DECIMAL64))));
  }

  /** A share of it, where it is spread evenly. */
  public Amount dividedBy(long parts) {
    BigDecimal divisor = BigDecimal.valueOf(parts);
    return new Amount(
        least.divide(divisor, MathContext.DECIMAL64),
        most.map(m -> m.divide(divisor, MathContext.DECIMAL64)));
  }

  Amount times(BigDecimal price) {
    return new Amount(
        least.multiply(price, MathContext.DECIMAL64),
        most.map(m -> m.multiply(price, MathContext.DECIMAL64)));
  }

  public boolean isNothing() {
    return most.isPresent() && most.get().signum() == 0;
  }

  /** {@code 600}, {@code 1,200 to 4,800}, {@code 0.05 or more}. */
  public String text() {
    return text("", Amount::number);
  }

  /** {@code $16.43}. */
  String money(String sign) {
    return text(sign, amount -> formatted(amount, "#,##0.00"));
  }

  private String text(String sign, Function<BigDecimal, String> format) {
    String low = sign + format.apply(least);
    if (most.isEmpty()) {
      return low + " or more";
    }
    String high = sign + format.apply(most.get());
    return low.equals(high) ? low : low + " to " + high;
  }

  /** Two digits behind the point; of a number that would have none left, the first two. */
  private static String number(BigDecimal number) {
    boolean isSmall = number.signum() > 0 && number.compareTo(new BigDecimal("0.01")) < 0;
    return isSmall
        ? number.round(new MathContext(2)).stripTrailingZeros().toPlainString()
        : formatted(number, "#,##0.##");
  }

  private static String formatted(BigDecimal number, String pattern) {
    DecimalFormat format =
        new DecimalFormat(pattern, DecimalFormatSymbols.getInstance(Locale.ROOT));
    format.setRoundingMode(RoundingMode.HALF_UP);
    return format.format(number);
  }
}
