package dev.keyplan.emit.java;

import com.palantir.javapoet.CodeBlock;
import dev.keyplan.model.Attribute;
import dev.keyplan.model.Comparator;
import dev.keyplan.model.Condition;
import dev.keyplan.model.Operand;
import dev.keyplan.plan.TypeTest;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** A pattern's {@code if} or {@code filter} as DynamoDB's expression. */
final class ConditionExpression {
  private final String clause;
  private final KeyExpressions keys;
  private final Placeholders placeholders;
  private final LocalNames names;

  /**
   * @param clause the word of the clause, with which the placeholders of its values begin
   * @param names those of the method that it is in
   */
  ConditionExpression(
      String clause, KeyExpressions keys, Placeholders placeholders, LocalNames names) {
    this.clause = clause;
    this.keys = keys;
    this.placeholders = placeholders;
    this.names = names;
  }

  String of(Condition condition) {
    if (condition instanceof Condition.All all) {
      return joined(all.conditions(), " AND ");
    }
    if (condition instanceof Condition.Any any) {
      return any.oneOf().map(this::oneOf).orElseGet(() -> joined(any.conditions(), " OR "));
    }
    if (condition instanceof Condition.OfEntity of) {
      return ofEntity(of);
    }
    return condition instanceof Condition.Not not
        ? "NOT (" + of(not.condition()) + ")"
        : term((Condition.Term) condition);
  }

  private String term(Condition.Term term) {
    Attribute target = term.path().target();
    String name = placeholders.path(term.path());
    if (term instanceof Condition.Exists exists) {
      return (exists.isNegated() ? "attribute_not_exists(" : "attribute_exists(") + name + ")";
    }
    if (term instanceof Condition.Contains contains) {
      Attribute part = contains.part();
      boolean isText = part.type().equals(target.type());
      CodeBlock written =
          isText
              ? keys.writtenPart(part, contains.operand())
              : keys.written(part, contains.operand());
      return "contains(" + name + ", " + value(part.name(), written) + ")";
    }
    if (term instanceof Condition.In in) {
      return name + " IN (" + list(in) + ")";
    }
    if (term instanceof Condition.Size size) {
      return comparison("size(" + name + ")", size.comparator(), size.size(), size.operands());
    }
    Condition.Compares compares = (Condition.Compares) term;
    return comparison(name, compares.comparator(), target, compares.operands());
  }

  private String oneOf(Condition.OneOf oneOf) {
    Attribute target = oneOf.path().target();
    return oneOf.values().stream()
        .map(operand -> right(Comparator.EQUAL, target, operand))
        .collect(Collectors.joining(", ", placeholders.path(oneOf.path()) + " IN (", ")"));
  }

  /** By the type attribute, or by what only that entity has. */
  private String ofEntity(Condition.OfEntity of) {
    String name = placeholders.name(of.storedName());
    if (of.marker().isPresent()) {
      return "attribute_exists(" + name + ")";
    }
    return TypeTest.of(
        name,
        of.entity(),
        (hint, type) -> value(hint, CodeBlock.of("$T.fromS($S)", Sdk.ATTRIBUTE_VALUE, type)));
  }

  private String joined(List<Condition> conditions, String operator) {
    return conditions.stream()
        .map(c -> c.isJoined() ? "(" + of(c) + ")" : of(c))
        .collect(Collectors.joining(operator));
  }

  private String comparison(
      String left, Comparator comparator, Attribute type, List<Operand> operands) {
    List<String> values = new ArrayList<>();
    for (Operand operand : operands) {
      values.add(right(comparator, type, operand));
    }
    boolean areValues = operands.stream().noneMatch(Operand.OfAttribute.class::isInstance);
    if (comparator == Comparator.BETWEEN && areValues) {
      KeyExpressions.addRange(placeholders, values, operands);
    }
    return KeyExpressions.comparison(left, comparator, values);
  }

  private String right(Comparator comparator, Attribute type, Operand operand) {
    if (operand instanceof Operand.OfAttribute other) {
      return placeholders.path(other.path());
    }
    if (operand instanceof Operand.OfNow) {
      return placeholders.now(keys.written(type, operand));
    }
    return value(
        type.name(),
        comparator == Comparator.BEGINS_WITH
            ? keys.writtenPart(type, operand)
            : keys.written(type, operand));
  }

  private String list(Condition.In in) {
    CodeBlock element = CodeBlock.of("$L", names.variable("value"));
    return placeholders.list(
        in.list().parameter().name(),
        keys.operand(in.path().target(), in.list()),
        CodeBlock.of("$L -> $L", element, keys.writtenElement(in, element)));
  }

  private String value(String attribute, CodeBlock value) {
    return placeholders.value(clause + "_" + attribute, value);
  }
}
