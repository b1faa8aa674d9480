package dev.keyplan.resolve;

import static dev.keyplan.resolve.ResolutionError.TIMESTAMP_PATTERN_INVALID;

import dev.keyplan.model.AttributeType;
import dev.keyplan.model.AttributeType.FormattedTimestampType;
import dev.keyplan.model.AttributeType.TimestampType;
import dev.keyplan.model.Precision;
import dev.keyplan.source.Span;
import dev.keyplan.support.text.TimePattern;
import dev.keyplan.syntax.TextLiteral;
import java.util.Arrays;
import java.util.Optional;
import java.util.regex.PatternSyntaxException;

/** {@code timestamp("dd.MM.uuuu HH:mm")}: the forms that other programs store times in. */
final class TimestampPatterns {
  private TimestampPatterns() {}

  static Optional<AttributeType> resolve(TextLiteral literal, Reporter reporter) {
    TimePattern pattern;
    try {
      pattern = TimePattern.of(literal.value());
    } catch (PatternSyntaxException e) {
      report(literal, e, reporter);
      return Optional.empty();
    }
    Optional<TimestampType> same =
        Arrays.stream(Precision.values())
            .filter(precision -> TimePattern.of(iso(precision)).parts().equals(pattern.parts()))
            .map(TimestampType::new)
            .findFirst();
    if (same.isPresent()) {
      reporter.report(
          TIMESTAMP_PATTERN_INVALID
              .at(
                  literal.span(),
                  "a `%s` is stored in this form anyway".formatted(same.get().text()))
              .withHint("write `%s`".formatted(same.get().text())));
      return Optional.empty();
    }
    return Optional.of(new FormattedTimestampType(pattern));
  }

  private static String iso(Precision precision) {
    int digits = precision.digits();
    return "uuuu-MM-dd'T'HH:mm:ss" + (digits == 0 ? "" : "." + "S".repeat(digits)) + "'Z'";
  }

  private static void report(
      TextLiteral literal, PatternSyntaxException problem, Reporter reporter) {
    Span span = problem.getIndex() < 0 ? literal.span() : letters(literal, problem.getIndex());
    reporter.report(
        TIMESTAMP_PATTERN_INVALID
            .at(span, problem.getDescription())
            .withHint(
                "a pattern has `uuuu`, `MM`, `dd`, and may have `HH`, `mm`, `ss`, `SSS`, `XXX`: for"
                    + " example `timestamp(\"uuuu-MM-dd HH:mm:ss\")`"));
  }

  private static char first(TextLiteral literal, int index) {
    return index < literal.value().length() ? literal.value().charAt(index) : ' ';
  }

  /** The same character several times is one field. */
  private static Span letters(TextLiteral literal, int index) {
    int end = index;
    while (end + 1 < literal.value().length()
        && literal.value().charAt(end + 1) == first(literal, index)) {
      end++;
    }
    return TextSpans.character(literal, index).to(TextSpans.character(literal, end));
  }
}
