package dev.keyplan.resolve;

import dev.keyplan.syntax.NumberLiteral;
import java.math.BigDecimal;
import java.util.OptionalInt;
import java.util.OptionalLong;

/** Whole numbers out of literals. */
final class Numbers {
  private Numbers() {}

  static OptionalLong asLong(NumberLiteral literal) {
    try {
      return OptionalLong.of(literal.value().longValueExact());
    } catch (ArithmeticException notWholeOrTooLarge) {
      return OptionalLong.empty();
    }
  }

  /** A count of at least one, or a report. */
  static OptionalInt count(NumberLiteral literal, String what, Reporter reporter) {
    OptionalLong number = asLong(literal);
    if (number.isPresent() && number.getAsLong() >= 1 && number.getAsLong() <= Integer.MAX_VALUE) {
      return OptionalInt.of((int) number.getAsLong());
    }
    reporter.report(
        ResolutionError.NUMBER_INVALID.at(
            literal.span(),
            "%s is a whole number from 1 to %d".formatted(what, Integer.MAX_VALUE)));
    return OptionalInt.empty();
  }

  static boolean isWhole(BigDecimal number) {
    return number.signum() == 0 || number.stripTrailingZeros().scale() <= 0;
  }
}
