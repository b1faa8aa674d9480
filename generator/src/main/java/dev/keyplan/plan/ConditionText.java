package dev.keyplan.plan;

import dev.keyplan.model.Comparator;
import dev.keyplan.model.Condition;
import dev.keyplan.model.Operand;
import java.util.List;
import java.util.stream.Collectors;

/** Conditions in sentences, as the language writes them. */
final class ConditionText {
  private ConditionText() {}

  static String of(Condition condition) {
    if (condition instanceof Condition.All all) {
      return joined(all.conditions(), " and ");
    }
    if (condition instanceof Condition.Any any) {
      return any.oneOf().map(ConditionText::list).orElseGet(() -> joined(any.conditions(), " or "));
    }
    if (condition instanceof Condition.Not not) {
      return "not (" + of(not.condition()) + ")";
    }
    if (condition instanceof Condition.OfEntity of) {
      return of.entity().name().name();
    }
    if (condition instanceof Condition.Exists exists) {
      return (exists.isNegated() ? "attribute_not_exists(" : "attribute_exists(")
          + exists.path().text()
          + ")";
    }
    if (condition instanceof Condition.Contains contains) {
      return contains.path().text() + " contains " + OperandText.of(contains.operand());
    }
    if (condition instanceof Condition.In in) {
      return in.path().text() + " in " + OperandText.of(in.list());
    }
    if (condition instanceof Condition.Size size) {
      String function = "size(" + size.path().text() + ")";
      return comparison(function, size.comparator(), size.operands());
    }
    Condition.Compares compares = (Condition.Compares) condition;
    return comparison(compares.path().text(), compares.comparator(), compares.operands());
  }

  /** A condition that is joined to others by {@code and}. */
  static String beside(Condition condition) {
    boolean isAlternative = condition instanceof Condition.Any && condition.isJoined();
    return isAlternative ? "(" + of(condition) + ")" : of(condition);
  }

  private static String comparison(String left, Comparator comparator, List<Operand> operands) {
    return left
        + " "
        + comparator.symbol()
        + " "
        + operands.stream()
            .map(OperandText::of)
            .collect(Collectors.joining(comparator == Comparator.BETWEEN ? " and " : ", "));
  }

  private static String list(Condition.OneOf oneOf) {
    return oneOf.values().stream()
        .map(OperandText::of)
        .collect(Collectors.joining(", ", oneOf.path().text() + " in (", ")"));
  }

  /** Whatever joins conditions stands in parentheses inside another. */
  private static String joined(List<Condition> conditions, String word) {
    return conditions.stream()
        .map(inner -> inner.isJoined() ? "(" + of(inner) + ")" : of(inner))
        .collect(Collectors.joining(word));
  }
}
