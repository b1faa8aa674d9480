package dev.keyplan.resolve;

import static dev.keyplan.resolve.ResolutionError.REGULAR_EXPRESSION_INVALID;
import static dev.keyplan.resolve.ResolutionError.TYPE_ARGUMENT_INVALID;

import dev.keyplan.diagnostic.Diagnostic;
import dev.keyplan.model.AttributeType;
import dev.keyplan.model.AttributeType.StringType;
import dev.keyplan.model.TextFacts;
import dev.keyplan.source.Span;
import dev.keyplan.support.text.TextPattern;
import dev.keyplan.syntax.NumberLiteral;
import dev.keyplan.syntax.TextLiteral;
import dev.keyplan.syntax.TypeReference;
import dev.keyplan.syntax.TypeReference.Argument;
import dev.keyplan.syntax.TypeReference.Range;
import dev.keyplan.syntax.TypeReference.Value;
import dev.keyplan.syntax.WordLiteral;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.regex.PatternSyntaxException;

/** {@code string}, {@code string(1..64)}, {@code string("[A-Z]+")}, {@code string(1..64, "…")}. */
final class TextTypes {
  private TextTypes() {}

  static Optional<AttributeType> resolve(TypeReference type, Reporter reporter) {
    List<Argument> arguments = type.arguments();
    if (arguments.isEmpty()) {
      return Optional.of(new StringType(0, OptionalInt.empty()));
    }
    if (arguments.size() == 2 && isLengthAndPattern(reversed(arguments))) {
      reporter.report(
          TYPE_ARGUMENT_INVALID
              .at(
                  arguments.get(0).span().to(arguments.get(1).span()),
                  "the range of lengths comes first")
              .withHint(
                  "`%s, %s`"
                      .formatted(arguments.get(1).span().text(), arguments.get(0).span().text())));
      return Optional.empty();
    }
    if (arguments.size() > 2 || (arguments.size() == 2 && !isLengthAndPattern(arguments))) {
      reporter.report(
          TYPE_ARGUMENT_INVALID
              .at(
                  arguments.get(1).span(),
                  "`string` takes a range of lengths, and then a regular expression or `ordered`")
              .withHint("for example `string(1..64, \"[a-z-]+\")`"));
      return Optional.empty();
    }
    Optional<StringType> lengths =
        arguments.get(0) instanceof Range range
            ? lengths(range, reporter)
            : Optional.of(new StringType(0, OptionalInt.empty()));
    Argument last = arguments.get(arguments.size() - 1);
    if (lengths.isEmpty() || last instanceof Range) {
      return lengths.map(AttributeType.class::cast);
    }
    if (isOrdered(last)) {
      return lengths.map(
          l -> new StringType(l.minimumLength(), l.maximumLength(), Optional.empty(), true));
    }
    return patternLiteral((Value) last, reporter)
        .flatMap(literal -> withPattern(lengths.get(), literal, reporter));
  }

  private static List<Argument> reversed(List<Argument> two) {
    return List.of(two.get(1), two.get(0));
  }

  private static boolean isLengthAndPattern(List<Argument> arguments) {
    return arguments.get(0) instanceof Range
        && arguments.get(1) instanceof Value value
        && (value.literal() instanceof TextLiteral || isOrdered(value));
  }

  private static boolean isOrdered(Argument argument) {
    return argument instanceof Value value
        && value.literal() instanceof WordLiteral word
        && word.name().text().equals("ordered");
  }

  private static Optional<StringType> lengths(Range range, Reporter reporter) {
    return Bounds.of(range, 0, Integer.MAX_VALUE, reporter)
        .map(bounds -> new StringType((int) bounds.low(), bounds.maximumOf(range)));
  }

  private static Optional<TextLiteral> patternLiteral(Value value, Reporter reporter) {
    if (value.literal() instanceof TextLiteral literal) {
      return Optional.of(literal);
    }
    reporter.report(
        TYPE_ARGUMENT_INVALID
            .at(value.span(), "the length of text is a range")
            .withHint(lengthHint(value)));
    return Optional.empty();
  }

  private static String lengthHint(Value value) {
    return value.literal() instanceof NumberLiteral number
        ? "`string(..%1$s)` for up to %1$s characters, `string(%1$s..%1$s)` for exactly %1$s"
            .formatted(number.value().toPlainString())
        : "for example `string(1..64)`";
  }

  private static Optional<AttributeType> withPattern(
      StringType lengths, TextLiteral literal, Reporter reporter) {
    TextPattern pattern;
    try {
      pattern = TextPattern.of(literal.value());
    } catch (PatternSyntaxException e) {
      reporter.report(invalid(literal, e));
      return Optional.empty();
    }
    StringType type =
        new StringType(lengths.minimumLength(), lengths.maximumLength(), Optional.of(pattern));
    TextFacts facts = type.facts();
    if (facts.longest().isPresent() && facts.longest().getAsInt() < facts.shortest()) {
      reporter.report(
          TYPE_ARGUMENT_INVALID.at(
              literal.span(), "no text of this form has a length in the range before it"));
      return Optional.empty();
    }
    return Optional.of(type);
  }

  private static Diagnostic invalid(TextLiteral literal, PatternSyntaxException problem) {
    Span span =
        problem.getIndex() < 0 ? literal.span() : TextSpans.character(literal, problem.getIndex());
    return REGULAR_EXPRESSION_INVALID
        .at(span, problem.getDescription())
        .withHint(
            "a regular expression here has literals, `.`, classes `[a-z]`, groups `(a|b)`, and"
                + " `? * + {n} {n,} {n,m}`");
  }
}
