package dev.keyplan.emit.workbench;

import dev.keyplan.model.Comparator;
import dev.keyplan.model.Condition;
import java.util.List;
import java.util.stream.Collectors;

/** Conditions as the language writes them, with DynamoDB's attribute names. */
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
      String function = exists.isNegated() ? "attribute_not_exists" : "attribute_exists";
      return function + "(" + exists.attribute().storedName() + ")";
    }
    Condition.Compares compares = (Condition.Compares) condition;
    String name = compares.attribute().storedName();
    List<String> operands = compares.operands().stream().map(PlanText::operand).toList();
    return compares.comparator() == Comparator.BEGINS_WITH
        ? "begins_with(" + name + ", " + operands.get(0) + ")"
        : name + " " + compares.comparator().symbol() + " " + String.join(" and ", operands);
  }

  private static String joined(List<Condition> conditions, String word) {
    return conditions.stream()
        .map(
            c ->
                c instanceof Condition.Any || c instanceof Condition.All
                    ? "(" + of(c) + ")"
                    : of(c))
        .collect(Collectors.joining(word));
  }
}
