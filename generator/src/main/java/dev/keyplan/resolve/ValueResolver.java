package dev.keyplan.resolve;

import static dev.keyplan.resolve.ResolutionError.VALUE_INVALID;

import dev.keyplan.diagnostic.Diagnostic;
import dev.keyplan.model.AttributeType;
import dev.keyplan.model.AttributeType.DecimalType;
import dev.keyplan.model.AttributeType.EnumType;
import dev.keyplan.model.AttributeType.EpochType;
import dev.keyplan.model.AttributeType.FormattedTimestampType;
import dev.keyplan.model.AttributeType.IntegerType;
import dev.keyplan.model.AttributeType.StringType;
import dev.keyplan.model.AttributeType.TimestampType;
import dev.keyplan.model.EnumDefinition;
import dev.keyplan.model.Precision;
import dev.keyplan.model.TypeKind;
import dev.keyplan.model.Value;
import dev.keyplan.source.Span;
import dev.keyplan.support.text.Json;
import dev.keyplan.syntax.Literal;
import dev.keyplan.syntax.Name;
import dev.keyplan.syntax.NumberLiteral;
import dev.keyplan.syntax.QualifiedName;
import dev.keyplan.syntax.TextLiteral;
import dev.keyplan.syntax.WordLiteral;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.regex.Pattern;

/** Makes a value of a given type out of a literal. */
final class ValueResolver {
  private static final Instant EXAMPLE = Instant.parse("2026-01-31T12:00:00Z");

  private static final Pattern UUID =
      Pattern.compile("[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}");

  private static final Pattern ULID =
      Pattern.compile("[0-7][0-9A-HJKMNP-TV-Z]{25}", Pattern.CASE_INSENSITIVE);
  private static final Pattern DATE = Pattern.compile("[0-9]{4}-[0-9]{2}-[0-9]{2}");

  private ValueResolver() {}

  /** The value; empty, with a report, if the literal is none of this type. */
  static Optional<Value> resolve(Literal literal, AttributeType type, Reporter reporter) {
    if (literal instanceof NumberLiteral number) {
      return number(number, type, reporter);
    }
    if (literal instanceof TextLiteral text) {
      return text(text, type, reporter);
    }
    return word(((WordLiteral) literal).name(), type, reporter);
  }

  /** The value that one or more words mean: a constant of an enum, {@code true}, {@code false}. */
  static Optional<Value> word(QualifiedName word, AttributeType type, Reporter reporter) {
    String text = word.text();
    if (type instanceof EnumType enumType) {
      return constant(word.parts(), word.span(), enumType.definition(), reporter);
    }
    if (type.kind() == TypeKind.BOOLEAN && (text.equals("true") || text.equals("false"))) {
      return Optional.of(new Value.BooleanValue(text.equals("true")));
    }
    Diagnostic mismatch = mismatch(word.span(), "`" + text + "`", type);
    reporter.report(wordFor(text, type).map(mismatch::withHint).orElse(mismatch));
    return Optional.empty();
  }

  /** How a value of the type is written that other languages write as a word. */
  private static Optional<String> wordFor(String text, AttributeType type) {
    return switch (type.kind()) {
      case STRING -> Optional.of("a text is quoted: `\"%s\"`".formatted(text));
      case BOOLEAN ->
          Optional.of(
              text.matches("(?i)true|yes|on")
                  ? "write `true`"
                  : "the values are `true` and `false`");
      default -> Optional.empty();
    };
  }

  /** A constant by its name, with or without the enum's name before it. */
  static Optional<Value> constant(
      List<Name> parts, Span span, EnumDefinition definition, Reporter reporter) {
    Name name = parts.get(parts.size() - 1);
    boolean isQualified = parts.size() == 2 && parts.get(0).text().equals(definition.name().name());
    if (parts.size() == 1 || isQualified) {
      for (EnumDefinition.Constant constant : definition.constants()) {
        if (constant.name().equals(name.text())) {
          return Optional.of(new Value.EnumValue(definition, constant));
        }
      }
    }
    List<String> names =
        definition.constants().stream().map(EnumDefinition.Constant::name).toList();
    reporter.report(
        Suggestions.add(
            ResolutionError.NAME_UNKNOWN
                .at(
                    span,
                    "`%s` has no constant `%s`".formatted(definition.name().name(), span.text()))
                .withRelated(definition.span(), "the enum"),
            name.text(),
            names));
    return Optional.empty();
  }

  /** The constant that a text means, by its name or as it is stored. */
  private static Optional<String> constantOf(String text, EnumDefinition definition) {
    return definition.constants().stream()
        .filter(constant -> constant.name().equals(text) || constant.storedText().equals(text))
        .map(EnumDefinition.Constant::name)
        .findFirst();
  }

  private static Optional<Value> number(
      NumberLiteral literal, AttributeType type, Reporter reporter) {
    BigDecimal number = literal.value();
    if (type instanceof DecimalType decimal) {
      return decimal(literal, decimal, reporter);
    }
    if (type.kind() == TypeKind.DOUBLE && isStorable(number)) {
      return Optional.of(new Value.NumberValue(number));
    }
    if (!(type instanceof IntegerType integer)) {
      reporter.report(mismatch(literal.span(), "this number", type));
      return Optional.empty();
    }
    if (!Numbers.isWhole(number)
        || number.compareTo(BigDecimal.valueOf(integer.minimum())) < 0
        || number.compareTo(BigDecimal.valueOf(integer.maximum())) > 0) {
      reporter.report(
          VALUE_INVALID.at(
              literal.span(),
              "this is no whole number from %d to %d"
                  .formatted(integer.minimum(), integer.maximum())));
      return Optional.empty();
    }
    return Optional.of(new Value.NumberValue(number));
  }

  /** A finer number is refused, never rounded. */
  private static Optional<Value> decimal(
      NumberLiteral literal, DecimalType type, Reporter reporter) {
    BigDecimal number = literal.value().stripTrailingZeros();
    if (number.scale() > type.scale()
        || number.precision() - number.scale() > type.precision() - type.scale()) {
      reporter.report(mismatch(literal.span(), "this number", type));
      return Optional.empty();
    }
    return Optional.of(new Value.NumberValue(number.setScale(type.scale())));
  }

  /** Whether a double can hold it, and DynamoDB too. */
  private static boolean isStorable(BigDecimal number) {
    double size = Math.abs(number.doubleValue());
    return number.signum() == 0 || (size >= 1e-130 && size < 1e126);
  }

  private static Optional<Value> text(TextLiteral literal, AttributeType type, Reporter reporter) {
    String text = literal.value();
    Span span = literal.span();
    return switch (type.kind()) {
      case STRING -> string(text, span, (StringType) type, reporter);
      case UUID -> {
        if (UUID.matcher(text).matches()) {
          yield Optional.of(new Value.TextValue(text.toLowerCase(Locale.ROOT)));
        }
        reporter.report(
            VALUE_INVALID
                .at(span, "this is no UUID")
                .withHint("for example `\"123e4567-e89b-42d3-a456-426614174000\"`"));
        yield Optional.empty();
      }
      case ULID -> {
        if (ULID.matcher(text).matches()) {
          yield Optional.of(new Value.TextValue(text.toUpperCase(Locale.ROOT)));
        }
        reporter.report(
            VALUE_INVALID
                .at(span, "this is no ULID")
                .withHint("for example `\"01ARZ3NDEKTSV4RRFFQ69G5FAV\"`"));
        yield Optional.empty();
      }
      case TIMESTAMP ->
          timestamp(text, span, ((TimestampType) type).precision(), type, reporter)
              .map(Value.TextValue::new);
      case FORMATTED_TIMESTAMP -> formatted(text, span, ((FormattedTimestampType) type), reporter);
      case EPOCH ->
          timestamp(text, span, ((EpochType) type).precision(), type, reporter)
              .map(stored -> epoch(Instant.parse(stored), ((EpochType) type).precision()));
      case DATE -> date(text, span, reporter);
      case ENUM -> {
        reporter.report(
            mismatch(span, "a text", type)
                .withHint(
                    constantOf(text, ((EnumType) type).definition())
                        .map("name the constant, without quotes: `%s`"::formatted)
                        .orElse("name a constant, without quotes")));
        yield Optional.empty();
      }
      case JSON -> json(text, span, reporter);
      default -> {
        reporter.report(mismatch(span, "a text", type));
        yield Optional.empty();
      }
    };
  }

  private static Optional<Value> string(
      String text, Span span, StringType type, Reporter reporter) {
    int length = text.codePointCount(0, text.length());
    boolean isTooLong =
        type.maximumLength().isPresent() && length > type.maximumLength().getAsInt();
    if (length < type.minimumLength() || isTooLong) {
      reporter.report(
          VALUE_INVALID.at(
              span,
              "this text has %d characters, but the type is `%s`".formatted(length, type.text())));
      return Optional.empty();
    }
    if (type.pattern().isPresent() && !type.pattern().get().matches(text)) {
      reporter.report(
          VALUE_INVALID.at(
              span, "this text is not of the form `%s`".formatted(type.pattern().get())));
      return Optional.empty();
    }
    return Optional.of(new Value.TextValue(text));
  }

  private static Optional<Value> json(String text, Span span, Reporter reporter) {
    OptionalInt problem = Json.problem(text);
    if (problem.isEmpty()) {
      return Optional.of(new Value.TextValue(text));
    }
    reporter.report(
        VALUE_INVALID
            .at(span, "this is no JSON from character %d on".formatted(problem.getAsInt() + 1))
            .withHint("for example `\"\\{\\}\"`"));
    return Optional.empty();
  }

  /** Written as any other time, whatever is stored. */
  private static Optional<Value> formatted(
      String text, Span span, FormattedTimestampType type, Reporter reporter) {
    try {
      Instant instant = DateTimeFormatter.ISO_OFFSET_DATE_TIME.parse(text, Instant::from);
      if (type.pattern().hasYear(instant) && type.pattern().cut(instant).equals(instant)) {
        return Optional.of(new Value.TextValue(type.pattern().format(instant)));
      }
    } catch (DateTimeException notATime) {
      // Reported below, together with times that are too precise or have a year of five digits.
    }
    reporter.report(noTime(span, type));
    return Optional.empty();
  }

  /** Timestamps are stored in UTC with a fixed number of digits, and never cut. */
  private static Optional<String> timestamp(
      String text, Span span, Precision precision, AttributeType type, Reporter reporter) {
    int digits = precision.digits();
    try {
      Instant instant = DateTimeFormatter.ISO_OFFSET_DATE_TIME.parse(text, Instant::from);
      String format =
          "uuuu-MM-dd'T'HH:mm:ss" + (digits == 0 ? "" : "." + "S".repeat(digits)) + "'Z'";
      String stored =
          DateTimeFormatter.ofPattern(format, Locale.ROOT).withZone(ZoneOffset.UTC).format(instant);
      // A year of five digits has a sign, and would break the order of the texts.
      if (Character.isDigit(stored.charAt(0)) && Instant.parse(stored).equals(instant)) {
        return Optional.of(stored);
      }
    } catch (DateTimeException notATime) {
      // Reported below, together with times that are too precise or have a year of five digits.
    }
    reporter.report(noTime(span, type));
    return Optional.empty();
  }

  private static Diagnostic noTime(Span span, AttributeType type) {
    return VALUE_INVALID
        .at(span, "this is no time of the type `%s`".formatted(type.text()))
        .withHint("for example `\"%s\"`".formatted(example(type)));
  }

  private static Instant example(AttributeType type) {
    return type instanceof FormattedTimestampType formatted
        ? formatted.pattern().cut(EXAMPLE)
        : EXAMPLE;
  }

  private static Value epoch(Instant instant, Precision precision) {
    return new Value.NumberValue(
        BigDecimal.valueOf(
            precision == Precision.SECONDS ? instant.getEpochSecond() : instant.toEpochMilli()));
  }

  private static Optional<Value> date(String text, Span span, Reporter reporter) {
    try {
      if (DATE.matcher(text).matches()) {
        return Optional.of(new Value.TextValue(LocalDate.parse(text).toString()));
      }
    } catch (DateTimeException noSuchDay) {
      // Reported below, together with texts of another form.
    }
    reporter.report(
        VALUE_INVALID.at(span, "this is no date").withHint("for example `\"2026-01-31\"`"));
    return Optional.empty();
  }

  private static Diagnostic mismatch(Span span, String what, AttributeType type) {
    return VALUE_INVALID.at(span, "%s is no value of the type `%s`".formatted(what, type.text()));
  }
}
