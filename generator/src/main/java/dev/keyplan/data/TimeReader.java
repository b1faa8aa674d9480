package dev.keyplan.data;

import dev.keyplan.diagnostic.Diagnostic;
import dev.keyplan.model.Attribute;
import dev.keyplan.model.AttributeType.EpochType;
import dev.keyplan.model.AttributeType.FormattedTimestampType;
import dev.keyplan.model.AttributeType.TimestampType;
import dev.keyplan.model.Precision;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Reads days and points in time. They are written as times, whatever is stored: nobody can check
 * ten digits by looking at them.
 */
final class TimeReader {
  private static final Pattern DATE = Pattern.compile("[0-9]{4}-[0-9]{2}-[0-9]{2}");

  private final List<Diagnostic> diagnostics;

  TimeReader(List<Diagnostic> diagnostics) {
    this.diagnostics = diagnostics;
  }

  Optional<ItemValue> timestamp(Attribute attribute, TimestampType type, YamlNode.Scalar scalar) {
    return exact(attribute, type.precision(), scalar)
        .map(instant -> TimestampText.format(instant, type.precision()))
        .map(ItemValue.OfString::new);
  }

  Optional<ItemValue> epoch(Attribute attribute, EpochType type, YamlNode.Scalar scalar) {
    return exact(attribute, type.precision(), scalar)
        .map(i -> type.precision() == Precision.SECONDS ? i.getEpochSecond() : i.toEpochMilli())
        .map(number -> new ItemValue.OfNumber(BigDecimal.valueOf(number)));
  }

  Optional<ItemValue> formatted(
      Attribute attribute, FormattedTimestampType type, YamlNode.Scalar scalar) {
    Optional<Instant> instant = instant(attribute, scalar);
    if (instant.isEmpty()) {
      return Optional.empty();
    }
    Instant cut = type.pattern().cut(instant.get());
    return cut.equals(instant.get())
        ? Optional.of(new ItemValue.OfString(type.pattern().format(cut)))
        : refuse(tooFine(attribute, cut.toString(), scalar), attribute);
  }

  Optional<ItemValue> date(Attribute attribute, YamlNode.Scalar scalar) {
    try {
      if (DATE.matcher(scalar.text()).matches()) {
        return Optional.of(new ItemValue.OfString(LocalDate.parse(scalar.text()).toString()));
      }
    } catch (DateTimeException noSuchDay) {
      // Refused below, together with texts of another form.
    }
    return refuse(notOfType(attribute, scalar, "a date"), attribute);
  }

  /** A point in time that loses nothing when it is stored. */
  private Optional<Instant> exact(
      Attribute attribute, Precision precision, YamlNode.Scalar scalar) {
    Optional<Instant> instant = instant(attribute, scalar);
    if (instant.isPresent() && TimestampText.isFiner(instant.get(), precision)) {
      String cut = TimestampText.format(instant.get(), precision);
      return refuse(tooFine(attribute, cut, scalar), attribute);
    }
    return instant;
  }

  private Optional<Instant> instant(Attribute attribute, YamlNode.Scalar scalar) {
    Optional<Instant> instant = TimestampText.parse(scalar.text());
    return instant.isPresent()
        ? instant
        : refuse(notOfType(attribute, scalar, "a timestamp"), attribute);
  }

  private static Diagnostic notOfType(Attribute attribute, YamlNode.Scalar scalar, String type) {
    return ValueReader.notOfType(scalar, type)
        .withHint("write `%s`".formatted(Example.line(attribute)));
  }

  private static Diagnostic tooFine(Attribute attribute, String cut, YamlNode.Scalar scalar) {
    return DataError.DATA_VALUE_OUT_OF_RANGE
        .at(
            scalar.span(),
            "`%s` is finer than `%s` can store"
                .formatted(attribute.name(), attribute.type().text()))
        .withHint("write `%s: %s`".formatted(attribute.name(), cut));
  }

  private <T> Optional<T> refuse(Diagnostic diagnostic, Attribute attribute) {
    return ValueReader.refuse(diagnostic, attribute, diagnostics);
  }
}
