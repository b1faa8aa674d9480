package dev.keyplan.plan;

import dev.keyplan.model.Comparator;
import dev.keyplan.model.Condition;
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
      return joined(any.conditions(), " or ");
    }
    if (condition instanceof Condition.Not not) {
      return "not (" + of(not.condition()) + ")";
    }
    if (condition instanceof Condition.Exists exists) {
      return (exists.isNegated() ? "attribute_not_exists(" : "attribute_exists(")
          + exists.attribute().name()
          + ")";
    }
    return comparison((Condition.Compares) condition);
  }

  private static String comparison(Condition.Compares compares) {
    return compares.attribute().name()
        + " "
        + compares.comparator().symbol()
        + " "
        + compares.operands().stream()
            .map(OperandText::of)
            .collect(
                Collectors.joining(compares.comparator() == Comparator.BETWEEN ? " and " : ", "));
  }

  /** Whatever joins conditions stands in parentheses inside another. */
  private static String joined(List<Condition> conditions, String word) {
    return conditions.stream()
        .map(
            inner ->
                inner instanceof Condition.All || inner instanceof Condition.Any
                    ? "(" + of(inner) + ")"
                    : of(inner))
        .collect(Collectors.joining(word));
  }
}
