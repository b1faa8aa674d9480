package dev.keyplan.resolve;

import static dev.keyplan.resolve.ResolutionError.NAME_UNKNOWN;
import static dev.keyplan.resolve.ResolutionError.OPERAND_INVALID;

import dev.keyplan.model.Condition;
import dev.keyplan.resolve.ComparisonResolver.Compared;
import dev.keyplan.syntax.Operand.PathOperand;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Resolves what {@code if} demands of the stored item. */
final class ConditionResolver {
  private final AttributeScope attributes;
  private final ComparisonResolver comparisons;
  private final Reporter reporter;

  ConditionResolver(AttributeScope attributes, Parameters parameters, Reporter reporter) {
    this.attributes = attributes;
    this.comparisons = new ComparisonResolver(attributes, parameters, reporter);
    this.reporter = reporter;
  }

  /** The condition; empty if any part of it was not understood. */
  Optional<Condition> resolve(dev.keyplan.syntax.Condition condition) {
    if (condition instanceof dev.keyplan.syntax.Condition.All all) {
      return all(all.conditions()).map(Condition.All::new);
    }
    if (condition instanceof dev.keyplan.syntax.Condition.Any any) {
      return all(any.conditions()).map(Condition.Any::new);
    }
    if (condition instanceof dev.keyplan.syntax.Condition.Not not) {
      return resolve(not.condition()).map(Condition.Not::new);
    }
    if (condition instanceof dev.keyplan.syntax.Condition.Call call) {
      return call(call);
    }
    return compared(condition)
        .map(c -> new Condition.Compares(c.attribute(), c.comparator(), c.operands(), c.span()));
  }

  private Optional<List<Condition>> all(List<dev.keyplan.syntax.Condition> conditions) {
    List<Condition> resolved = new ArrayList<>();
    conditions.forEach(condition -> resolve(condition).ifPresent(resolved::add));
    return resolved.size() == conditions.size() ? Optional.of(resolved) : Optional.empty();
  }

  private Optional<Compared> compared(dev.keyplan.syntax.Condition condition) {
    if (condition instanceof dev.keyplan.syntax.Condition.Comparison comparison) {
      return comparisons.resolve(comparison);
    }
    if (condition instanceof dev.keyplan.syntax.Condition.Between between) {
      return comparisons.resolve(between);
    }
    if (condition instanceof dev.keyplan.syntax.Condition.Infix infix) {
      return comparisons.resolve(infix);
    }
    return comparisons.resolve((dev.keyplan.syntax.Condition.Bare) condition);
  }

  private Optional<Condition> call(dev.keyplan.syntax.Condition.Call call) {
    String function = call.function().text();
    boolean isNegated = function.equals("attribute_not_exists");
    if (!isNegated && !function.equals("attribute_exists")) {
      reporter.report(
          Suggestions.add(
              NAME_UNKNOWN
                  .at(call.function().span(), "there is no function `%s`".formatted(function))
                  .withHint("there are `attribute_exists(a)` and `attribute_not_exists(a)`"),
              function,
              List.of("attribute_exists", "attribute_not_exists")));
      return Optional.empty();
    }
    if (call.arguments().size() != 1 || !(call.arguments().get(0) instanceof PathOperand path)) {
      reporter.report(
          OPERAND_INVALID.at(call.span(), "`%s` takes one attribute".formatted(function)));
      return Optional.empty();
    }
    return attributes
        .find(path.path(), reporter)
        .map(attribute -> new Condition.Exists(attribute, isNegated, call.span()));
  }
}
