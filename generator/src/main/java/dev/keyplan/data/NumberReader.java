package dev.keyplan.data;

import dev.keyplan.diagnostic.Diagnostic;
import dev.keyplan.model.Attribute;
import dev.keyplan.model.AttributeType.DecimalType;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** Reads numbers with a point. */
final class NumberReader {
  /** Short enough for any number that can be stored, and for the parser of a hostile file. */
  private static final int LONGEST = 200;

  private static final Pattern DECIMAL = Pattern.compile("-?(0|[1-9][0-9]*)(\\.[0-9]+)?");
  private static final Pattern FLOATING =
      Pattern.compile("-?(0|[1-9][0-9]*)(\\.[0-9]+)?([eE][+-]?[0-9]{1,3})?");

  private final List<Diagnostic> diagnostics;

  NumberReader(List<Diagnostic> diagnostics) {
    this.diagnostics = diagnostics;
  }

  /** A number with all the digits behind the point that its type has. */
  Optional<ItemValue> decimal(Attribute attribute, YamlNode.Scalar scalar) {
    DecimalType type = (DecimalType) attribute.type();
    if (!matches(DECIMAL, scalar)) {
      return notANumber(attribute, scalar, "a decimal number");
    }
    BigDecimal number = new BigDecimal(scalar.text()).stripTrailingZeros();
    if (number.scale() > type.scale()) {
      return outOfRange(
          attribute,
          scalar,
          "`%s` is finer than `%s` can store".formatted(attribute.name(), type.text()));
    }
    int digits = type.precision() - type.scale();
    if (number.precision() - number.scale() > digits) {
      return outOfRange(
          attribute,
          scalar,
          "`%s` has up to %d digits before the point".formatted(attribute.name(), digits));
    }
    return Optional.of(new ItemValue.OfNumber(number.setScale(type.scale())));
  }

  /** A number as Java's {@code double} holds it. */
  Optional<ItemValue> floating(Attribute attribute, YamlNode.Scalar scalar) {
    if (!matches(FLOATING, scalar)) {
      return notANumber(attribute, scalar, "a number");
    }
    double number = Double.parseDouble(scalar.text());
    double size = Math.abs(number);
    if (number != 0 && (size < 1e-130 || size >= 1e126)) {
      return outOfRange(
          attribute,
          scalar,
          "`%s` is 0, or between 1e-130 and 1e126, with any sign".formatted(attribute.name()));
    }
    return Optional.of(
        new ItemValue.OfNumber(
            number == 0
                ? BigDecimal.ZERO
                : new BigDecimal(Double.toString(number)).stripTrailingZeros()));
  }

  private static boolean matches(Pattern pattern, YamlNode.Scalar scalar) {
    return scalar.isPlain()
        && scalar.text().length() <= LONGEST
        && pattern.matcher(scalar.text()).matches();
  }

  private Optional<ItemValue> notANumber(Attribute attribute, YamlNode.Scalar scalar, String what) {
    return ValueReader.refuse(
        ValueReader.notOfType(scalar, what)
            .withHint("write `%s`".formatted(Example.line(attribute))),
        attribute,
        diagnostics);
  }

  private Optional<ItemValue> outOfRange(
      Attribute attribute, YamlNode.Scalar scalar, String message) {
    return ValueReader.refuse(
        DataError.DATA_VALUE_OUT_OF_RANGE.at(scalar.span(), message), attribute, diagnostics);
  }
}
