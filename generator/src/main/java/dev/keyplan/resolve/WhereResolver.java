package dev.keyplan.resolve;

import static dev.keyplan.resolve.ResolutionError.ATTRIBUTE_TWICE;
import static dev.keyplan.resolve.ResolutionError.OPERATOR_NOT_ALLOWED;
import static dev.keyplan.resolve.ResolutionError.WHERE_NOT_A_CONJUNCTION;

import dev.keyplan.model.Comparator;
import dev.keyplan.model.Restriction;
import dev.keyplan.resolve.ComparisonResolver.Compared;
import dev.keyplan.source.Span;
import dev.keyplan.syntax.Condition;
import dev.keyplan.syntax.Operand.CallOperand;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Resolves the {@code where} of a read: terms that a key can answer, joined by {@code and}. */
final class WhereResolver {
  private final ComparisonResolver comparisons;
  private final Reporter reporter;

  WhereResolver(AttributeScope attributes, Parameters parameters, Reporter reporter) {
    this.comparisons = ComparisonResolver.ofKey(attributes, parameters, reporter);
    this.reporter = reporter;
  }

  List<Restriction> resolve(Condition where) {
    return resolve(Terms.of(where));
  }

  /** The same of terms that stand beside others. */
  List<Restriction> resolve(List<Condition> terms) {
    List<Restriction> restrictions = new ArrayList<>();
    Map<String, Span> seen = new HashMap<>();
    for (Condition term : terms) {
      Optional<Compared> compared = term(term);
      if (compared.isEmpty()) {
        continue;
      }
      Compared c = compared.get();
      Span first = seen.putIfAbsent(c.attribute().name(), c.span());
      if (first != null) {
        reporter.report(
            ATTRIBUTE_TWICE
                .at(c.span(), "`where` restricts `%s` twice".formatted(c.attribute().name()))
                .withLabel("again here")
                .withRelated(first, "first here")
                .withHint(
                    "a range with two ends: `%s between :from and :to`"
                        .formatted(c.attribute().name())));
      } else {
        restrictions.add(new Restriction(c.attribute(), c.comparator(), c.operands(), c.span()));
      }
    }
    return restrictions;
  }

  private Optional<Compared> term(Condition term) {
    if (term instanceof Condition.Bare bare) {
      return comparisons.resolve(bare);
    }
    if (term instanceof Condition.Comparison comparison
        && comparison.left() instanceof CallOperand call) {
      return refuse(call.function().span());
    }
    if (term instanceof Condition.Between between
        && between.operand() instanceof CallOperand call) {
      return refuse(call.function().span());
    }
    if (term instanceof Condition.Comparison comparison) {
      return comparisons.resolve(comparison).filter(this::checkEquality);
    }
    if (term instanceof Condition.Between between) {
      return comparisons.resolve(between);
    }
    if (term instanceof Condition.Infix infix) {
      return infix(infix);
    }
    if (term instanceof Condition.OneOf oneOf) {
      return refuseList(oneOf.operator().span());
    }
    if (term instanceof Condition.Call call) {
      return refuse(call.function().span());
    }
    String word = term instanceof Condition.Any ? "or" : "not";
    reporter.report(
        WHERE_NOT_A_CONJUNCTION
            .at(term.span(), "a key cannot answer `%s`".formatted(word))
            .withLabel("`where` takes terms joined by `and`")
            .withHint("`filter` discards after reading; or state two patterns"));
    return Optional.empty();
  }

  private Optional<Compared> infix(Condition.Infix infix) {
    String operator = infix.function().text();
    if (operator.equals("in")) {
      return refuseList(infix.function().span());
    }
    return operator.equals("contains")
        ? refuse(infix.function().span())
        : comparisons.resolve(infix);
  }

  private Optional<Compared> refuseList(Span operator) {
    reporter.report(
        OPERATOR_NOT_ALLOWED
            .at(operator, "a read has one partition, and one range of it")
            .withHint(
                "`get … in :list` reads items by their whole keys; else call the pattern for each"
                    + " value, or `filter`"));
    return Optional.empty();
  }

  private Optional<Compared> refuse(Span function) {
    reporter.report(
        OPERATOR_NOT_ALLOWED
            .at(function, "a key cannot answer `%s`".formatted(function.text()))
            .withHint("`filter` discards after reading"));
    return Optional.empty();
  }

  private boolean checkEquality(Compared compared) {
    if (compared.comparator() != Comparator.NOT_EQUAL) {
      return true;
    }
    reporter.report(
        OPERATOR_NOT_ALLOWED
            .at(compared.span(), "a key cannot answer `<>`")
            .withHint("`filter` discards after reading"));
    return false;
  }
}
