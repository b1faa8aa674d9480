package dev.keyplan.resolve;

import static dev.keyplan.resolve.ResolutionError.TYPE_ARGUMENT_INVALID;

import dev.keyplan.model.AttributeType;
import dev.keyplan.model.AttributeType.BinaryType;
import dev.keyplan.model.AttributeType.BooleanType;
import dev.keyplan.model.AttributeType.DateType;
import dev.keyplan.model.AttributeType.DecimalType;
import dev.keyplan.model.AttributeType.DoubleType;
import dev.keyplan.model.AttributeType.EpochType;
import dev.keyplan.model.AttributeType.IntegerType;
import dev.keyplan.model.AttributeType.JsonType;
import dev.keyplan.model.AttributeType.TimestampType;
import dev.keyplan.model.AttributeType.UlidType;
import dev.keyplan.model.AttributeType.UuidType;
import dev.keyplan.model.Precision;
import dev.keyplan.source.Span;
import dev.keyplan.syntax.NumberLiteral;
import dev.keyplan.syntax.TextLiteral;
import dev.keyplan.syntax.TypeReference;
import dev.keyplan.syntax.TypeReference.Argument;
import dev.keyplan.syntax.TypeReference.Range;
import dev.keyplan.syntax.TypeReference.Value;
import dev.keyplan.syntax.WordLiteral;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;

/** The types that the language itself knows. */
final class BuiltInTypes {
  /** Of DynamoDB. */
  private static final int MOST_DIGITS = 38;

  private BuiltInTypes() {}

  static Optional<AttributeType> resolve(TypeReference type, Reporter reporter) {
    String name = type.name().text();
    if (!type.elements().isEmpty()) {
      reporter.report(
          TYPE_ARGUMENT_INVALID.at(
              type.elements().get(0).span(), "`%s` has no element type".formatted(name)));
      return Optional.empty();
    }
    return switch (name) {
      case "string" -> TextTypes.resolve(type, reporter);
      case "int" -> integer(type, false, Integer.MIN_VALUE, Integer.MAX_VALUE, reporter);
      case "long" -> integer(type, true, Long.MIN_VALUE, Long.MAX_VALUE, reporter);
      case "decimal" -> decimal(type, reporter);
      case "double" -> withoutArguments(type, new DoubleType(), reporter);
      case "binary" -> binary(type, reporter);
      case "timestamp" -> timestamp(type, reporter);
      case "epoch" -> epoch(type, reporter);
      case "date" -> withoutArguments(type, new DateType(), reporter);
      case "json" -> withoutArguments(type, new JsonType(), reporter);
      case "boolean" -> withoutArguments(type, new BooleanType(), reporter);
      case "uuid" -> withoutArguments(type, new UuidType(), reporter);
      case "ulid" -> withoutArguments(type, new UlidType(), reporter);
      default -> throw new IllegalArgumentException("No built-in type: " + name);
    };
  }

  private static Optional<AttributeType> integer(
      TypeReference type, boolean isLong, long lowest, long highest, Reporter reporter) {
    Optional<Argument> argument = onlyArgument(type, reporter);
    if (argument.isEmpty()) {
      return type.arguments().isEmpty()
          ? Optional.of(new IntegerType(isLong, false, lowest, highest))
          : Optional.empty();
    }
    if (argument.get() instanceof Range range) {
      return Bounds.of(range, lowest, highest, reporter)
          .map(bounds -> new IntegerType(isLong, true, bounds.low(), bounds.high()));
    }
    reporter.report(
        TYPE_ARGUMENT_INVALID
            .at(argument.get().span(), "`%s` takes a range".formatted(type.name().text()))
            .withHint("for example `%s(1..99)`".formatted(type.name().text())));
    return Optional.empty();
  }

  private static Optional<AttributeType> decimal(TypeReference type, Reporter reporter) {
    List<Argument> arguments = type.arguments();
    List<Integer> numbers =
        arguments.stream().flatMap(argument -> wholeNumber(argument).stream()).toList();
    if (arguments.size() != 2 || numbers.size() != 2) {
      reporter.report(
          TYPE_ARGUMENT_INVALID
              .at(type.span(), "a `decimal` says how many digits it has")
              .withHint("`decimal(12,2)` has up to 12 digits, 2 of them behind the point"));
      return Optional.empty();
    }
    int precision = numbers.get(0);
    int scale = numbers.get(1);
    if (precision < 1 || precision > MOST_DIGITS) {
      reporter.report(
          TYPE_ARGUMENT_INVALID
              .at(arguments.get(0).span(), "a `decimal` has 1 to %d digits".formatted(MOST_DIGITS))
              .withLabel("DynamoDB's numbers have no more"));
      return Optional.empty();
    }
    if (scale < 0 || scale > precision) {
      reporter.report(
          TYPE_ARGUMENT_INVALID.at(
              arguments.get(1).span(),
              "of %d digits, 0 to %1$d are behind the point".formatted(precision)));
      return Optional.empty();
    }
    return Optional.of(new DecimalType(precision, scale));
  }

  private static Optional<Integer> wholeNumber(Argument argument) {
    if (argument instanceof Value value && value.literal() instanceof NumberLiteral number) {
      OptionalLong whole = Numbers.asLong(number);
      if (whole.isPresent() && Math.abs(whole.getAsLong()) <= Integer.MAX_VALUE) {
        return Optional.of((int) whole.getAsLong());
      }
    }
    return Optional.empty();
  }

  private static Optional<AttributeType> binary(TypeReference type, Reporter reporter) {
    Optional<Argument> argument = onlyArgument(type, reporter);
    if (argument.isEmpty()) {
      return type.arguments().isEmpty()
          ? Optional.of(new BinaryType(0, OptionalInt.empty()))
          : Optional.empty();
    }
    if (argument.get() instanceof Range range) {
      return Bounds.of(range, 0, Integer.MAX_VALUE, reporter)
          .map(bounds -> new BinaryType((int) bounds.low(), bounds.maximumOf(range)));
    }
    reporter.report(
        TYPE_ARGUMENT_INVALID
            .at(argument.get().span(), "the length of binary values is a range of bytes")
            .withHint("for example `binary(1..1024)`"));
    return Optional.empty();
  }

  private static Optional<AttributeType> timestamp(TypeReference type, Reporter reporter) {
    Optional<Argument> argument = onlyArgument(type, reporter);
    if (argument.isEmpty()) {
      return type.arguments().isEmpty()
          ? Optional.of(new TimestampType(Precision.MILLISECONDS))
          : Optional.empty();
    }
    Span span = argument.get().span();
    if (argument.get() instanceof Value value && value.literal() instanceof TextLiteral literal) {
      return TimestampPatterns.resolve(literal, reporter);
    }
    Optional<Precision> precision = precision(argument.get());
    if (precision.isPresent()) {
      return precision.map(TimestampType::new);
    }
    reporter.report(
        TYPE_ARGUMENT_INVALID
            .at(span, "a timestamp is precise to `s`, `ms` or `us`")
            .withHint(
                "`timestamp(s)`, `timestamp` (milliseconds) or `timestamp(us)`; or the form of"
                    + " another program in quotes, `timestamp(\"uuuu-MM-dd HH:mm:ss\")`"));
    return Optional.empty();
  }

  /** The unit is part of the type: one that nobody wrote would be guessed wrong by someone. */
  private static Optional<AttributeType> epoch(TypeReference type, Reporter reporter) {
    Optional<Argument> argument = onlyArgument(type, reporter);
    Optional<Precision> precision =
        argument.flatMap(BuiltInTypes::precision).filter(p -> p != Precision.MICROSECONDS);
    if (precision.isPresent()) {
      return precision.map(EpochType::new);
    }
    if (type.arguments().size() < 2) {
      reporter.report(
          TYPE_ARGUMENT_INVALID
              .at(
                  argument.map(Argument::span).orElse(type.span()),
                  "an `epoch` counts seconds or milliseconds")
              .withHint("`epoch(s)`, which `ttl` needs, or `epoch(ms)`"));
    }
    return Optional.empty();
  }

  private static Optional<Precision> precision(Argument argument) {
    return argument instanceof Value value && value.literal() instanceof WordLiteral word
        ? Arrays.stream(Precision.values())
            .filter(precision -> precision.unit().equals(word.name().text()))
            .findFirst()
        : Optional.empty();
  }

  private static Optional<AttributeType> withoutArguments(
      TypeReference type, AttributeType resolved, Reporter reporter) {
    if (type.arguments().isEmpty()) {
      return Optional.of(resolved);
    }
    reporter.report(
        TYPE_ARGUMENT_INVALID.at(
            type.arguments().get(0).span(),
            "`%s` takes nothing in parentheses".formatted(type.name().text())));
    return Optional.empty();
  }

  private static Optional<Argument> onlyArgument(TypeReference type, Reporter reporter) {
    List<Argument> arguments = type.arguments();
    if (arguments.size() > 1) {
      reporter.report(
          TYPE_ARGUMENT_INVALID.at(
              arguments.get(1).span(),
              "`%s` takes one thing in parentheses".formatted(type.name().text())));
      return Optional.empty();
    }
    return arguments.stream().findFirst();
  }
}
