package dev.keyplan.resolve;

import static dev.keyplan.resolve.ResolutionError.NUMBER_INVALID;
import static dev.keyplan.resolve.ResolutionError.WORD_UNKNOWN;

import dev.keyplan.diagnostic.DidYouMean;
import dev.keyplan.model.Quantity;
import dev.keyplan.model.Rate;
import dev.keyplan.model.Rate.Period;
import dev.keyplan.model.Workload;
import dev.keyplan.syntax.Clause;
import dev.keyplan.syntax.EntityDeclaration;
import dev.keyplan.syntax.Name;
import dev.keyplan.syntax.NumberLiteral;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/** Resolves what a model says of its numbers: {@code rate}, {@code expect}, {@code volume}. */
final class WorkloadResolver {
  private static final String ITEMS = "items";

  private WorkloadResolver() {}

  static Workload resolve(Clauses clauses, Reporter reporter) {
    return new Workload(
        clauses.get(Clause.Rate.class).flatMap(clause -> rate(clause, reporter)),
        clauses.get(Clause.Expect.class).flatMap(clause -> expected(clause, reporter)));
  }

  static Optional<Quantity> volume(EntityDeclaration.Volume line, Reporter reporter) {
    Optional<Quantity> amount = quantity(line.amount(), "a volume", reporter);
    return isItems("volume", line.amount(), line.unit(), reporter) ? amount : Optional.empty();
  }

  private static Optional<Quantity> expected(Clause.Expect clause, Reporter reporter) {
    Optional<Quantity> amount = quantity(clause.amount(), "what is expected", reporter);
    return isItems("expect", clause.amount(), clause.unit(), reporter) ? amount : Optional.empty();
  }

  private static Optional<Rate> rate(Clause.Rate clause, Reporter reporter) {
    boolean isPositive = clause.amount().value().signum() > 0;
    if (!isPositive) {
      reporter.report(NUMBER_INVALID.at(clause.amount().span(), "a rate is a number above 0"));
    }
    return period(clause.unit(), reporter)
        .filter(period -> isPositive)
        .map(period -> new Rate(clause.amount().value(), period, clause.span()));
  }

  private static Optional<Period> period(Name unit, Reporter reporter) {
    List<String> units = Arrays.stream(Period.values()).map(Period::unit).toList();
    Optional<Period> period =
        Arrays.stream(Period.values()).filter(p -> p.unit().equals(unit.text())).findFirst();
    if (period.isEmpty()) {
      reporter.report(
          WORD_UNKNOWN
              .at(unit.span(), "there is no unit `%s` of time".formatted(unit.text()))
              .withHint(
                  DidYouMean.suggestion(unit.text(), units)
                      .map(candidate -> "did you mean `" + candidate + "`?")
                      .orElse(
                          "calls are counted a second, minute, hour or day: `200/s`, `min`, `h`,"
                              + " `d`")));
    }
    return period;
  }

  private static boolean isItems(
      String keyword, NumberLiteral amount, Name unit, Reporter reporter) {
    if (!unit.text().equals(ITEMS)) {
      reporter.report(
          WORD_UNKNOWN
              .at(unit.span(), "`%s` counts items, not `%s`".formatted(keyword, unit.text()))
              .withHint("`%s %s items`".formatted(keyword, amount.span().text())));
    }
    return unit.text().equals(ITEMS);
  }

  /** A whole number of at least one, or a report. */
  static Optional<Quantity> quantity(NumberLiteral literal, String what, Reporter reporter) {
    OptionalLong amount = Numbers.asLong(literal);
    if (amount.isPresent() && amount.getAsLong() >= 1) {
      return Optional.of(new Quantity(amount.getAsLong(), literal.span()));
    }
    reporter.report(
        NUMBER_INVALID.at(literal.span(), "%s is a whole number from 1 on".formatted(what)));
    return Optional.empty();
  }
}
