package dev.keyplan.emit.java;

import dev.keyplan.model.Attribute;
import dev.keyplan.model.Comparator;
import dev.keyplan.model.Condition;
import dev.keyplan.model.Operand;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** A pattern's {@code if} as DynamoDB's condition expression. */
final class ConditionExpression {
  private final KeyExpressions keys;
  private final Placeholders placeholders;

  ConditionExpression(KeyExpressions keys, Placeholders placeholders) {
    this.keys = keys;
    this.placeholders = placeholders;
  }

  String of(Condition condition) {
    if (condition instanceof Condition.All all) {
      return joined(all.conditions(), " AND ");
    }
    if (condition instanceof Condition.Any any) {
      return joined(any.conditions(), " OR ");
    }
    if (condition instanceof Condition.Not not) {
      return "NOT (" + of(not.condition()) + ")";
    }
    if (condition instanceof Condition.Exists exists) {
      String name = placeholders.name(exists.attribute().storedName());
      return exists.isNegated()
          ? "attribute_not_exists(" + name + ")"
          : "attribute_exists(" + name + ")";
    }
    return comparison((Condition.Compares) condition);
  }

  private String joined(List<Condition> conditions, String operator) {
    return conditions.stream()
        .map(
            c ->
                c instanceof Condition.All || c instanceof Condition.Any
                    ? "(" + of(c) + ")"
                    : of(c))
        .collect(Collectors.joining(operator));
  }

  private String comparison(Condition.Compares compares) {
    Attribute attribute = compares.attribute();
    List<String> values = new ArrayList<>();
    for (Operand operand : compares.operands()) {
      values.add(placeholders.value("if_" + attribute.name(), keys.written(attribute, operand)));
    }
    if (compares.comparator() == Comparator.BETWEEN) {
      KeyExpressions.addRange(placeholders, values, compares.operands());
    }
    String name = placeholders.name(attribute.storedName());
    return KeyExpressions.comparison(name, compares.comparator(), values);
  }
}
