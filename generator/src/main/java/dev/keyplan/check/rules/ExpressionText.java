package dev.keyplan.check.rules;

import dev.keyplan.model.Attribute;
import dev.keyplan.model.AttributePath;
import dev.keyplan.model.Comparator;
import dev.keyplan.model.Condition;
import dev.keyplan.model.Operand;
import dev.keyplan.naming.ExpressionNames;
import dev.keyplan.naming.JavaNames;
import dev.keyplan.plan.KeyTerm;
import dev.keyplan.plan.KeyValue;
import dev.keyplan.plan.TypeTest;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** The text of conditions as generated requests send them, to be measured. */
final class ExpressionText {
  private final ExpressionNames names = new ExpressionNames();
  private int lists;

  ExpressionNames names() {
    return names;
  }

  String path(AttributePath path) {
    StringBuilder text = new StringBuilder(names.name(path.attribute().storedName()));
    for (AttributePath.Step step : path.steps()) {
      if (step instanceof AttributePath.Member member) {
        text.append('.').append(names.name(member.target().storedName()));
      } else if (step instanceof AttributePath.Entry entry) {
        text.append('.').append(names.name(entry.key()));
      } else if (step instanceof AttributePath.NamedEntry entry) {
        text.append('.').append(names.placeholder(entry.key().name(), entry.key()));
      } else {
        text.append(step.text());
      }
    }
    return text.toString();
  }

  /** The terms of a key condition. */
  String keys(List<KeyTerm> terms) {
    List<String> all = new ArrayList<>();
    for (KeyTerm term : terms) {
      String hint = JavaNames.fromAttributeName(term.attribute().name());
      boolean isNow = term.values().get(0) instanceof KeyValue.OfOperand of && of.isNow();
      List<String> values =
          term.values().size() == 1
              ? List.of(isNow ? names.time(term.attribute()) : names.value(hint))
              : List.of(names.value(hint + "From"), names.value(hint + "To"));
      all.add(comparison(names.name(term.attribute().name()), term.comparator(), values));
    }
    return String.join(" AND ", all);
  }

  /**
   * @param clause the word of the clause, with which the placeholders of its values begin
   */
  String of(Condition condition, String clause) {
    if (condition instanceof Condition.All all) {
      return joined(all.conditions(), " AND ", clause);
    }
    if (condition instanceof Condition.Any any) {
      return any.oneOf()
          .map(oneOf -> oneOf(oneOf, clause))
          .orElseGet(() -> joined(any.conditions(), " OR ", clause));
    }
    if (condition instanceof Condition.Not not) {
      return "NOT (" + of(not.condition(), clause) + ")";
    }
    if (condition instanceof Condition.OfEntity of) {
      String name = names.name(of.storedName());
      return of.marker().isPresent()
          ? "attribute_exists(" + name + ")"
          : TypeTest.of(name, of.entity(), (hint, type) -> names.value(clause + "_" + hint));
    }
    return term((Condition.Term) condition, clause);
  }

  private String joined(List<Condition> conditions, String operator, String clause) {
    return conditions.stream()
        .map(c -> c.isJoined() ? "(" + of(c, clause) + ")" : of(c, clause))
        .collect(Collectors.joining(operator));
  }

  private String oneOf(Condition.OneOf oneOf, String clause) {
    return path(oneOf.path())
        + " IN ("
        + String.join(", ", values(oneOf.path().target(), oneOf.values(), clause))
        + ")";
  }

  private String term(Condition.Term term, String clause) {
    String name = path(term.path());
    if (term instanceof Condition.Exists exists) {
      return (exists.isNegated() ? "attribute_not_exists(" : "attribute_exists(") + name + ")";
    }
    if (term instanceof Condition.Contains contains) {
      return "contains(" + name + ", " + names.value(clause + "_" + contains.part().name()) + ")";
    }
    if (term instanceof Condition.In) {
      // One value: how many there are is up to the caller.
      return name + " IN (:" + lists++ + "_0)";
    }
    if (term instanceof Condition.Size size) {
      return comparison(
          "size(" + name + ")", size.comparator(), values(size.size(), size.operands(), clause));
    }
    Condition.Compares compares = (Condition.Compares) term;
    return comparison(
        name, compares.comparator(), values(term.path().target(), compares.operands(), clause));
  }

  private List<String> values(Attribute type, List<Operand> operands, String clause) {
    return operands.stream()
        .map(
            operand ->
                operand instanceof Operand.OfNow
                    ? names.time(type.type())
                    : value(type, operand, clause + "_"))
        .toList();
  }

  /** An attribute that is compared with, or a placeholder for a value of this type. */
  String value(Attribute type, Operand operand, String prefix) {
    return operand instanceof Operand.OfAttribute other
        ? path(other.path())
        : names.value(prefix + type.name());
  }

  private static String comparison(String name, Comparator comparator, List<String> values) {
    return switch (comparator) {
      case EQUAL, NOT_EQUAL, LESS, LESS_OR_EQUAL, GREATER, GREATER_OR_EQUAL ->
          name + " " + comparator.symbol() + " " + values.get(0);
      case BETWEEN -> name + " BETWEEN " + values.get(0) + " AND " + values.get(1);
      case BEGINS_WITH -> "begins_with(" + name + ", " + values.get(0) + ")";
    };
  }
}
