package dev.keyplan.emit.workbench;

import dev.keyplan.model.Attribute;
import dev.keyplan.model.Comparator;
import dev.keyplan.model.Entity;
import dev.keyplan.model.Filling;
import dev.keyplan.model.Index;
import dev.keyplan.model.KeyTemplate;
import dev.keyplan.model.Operand;
import dev.keyplan.model.Value;
import dev.keyplan.model.Write.Assignment;
import dev.keyplan.plan.AccessPath;
import dev.keyplan.plan.KeyTerm;
import dev.keyplan.plan.KeyValue;
import dev.keyplan.plan.Plan;
import dev.keyplan.plan.WriteAction;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * Plans as sentences: <code>Query on the index byGroup: pk = "MSG#{groupId}", descending.</code>
 * Key conditions are those that DynamoDB gets, with the pattern's parameters in the holes.
 */
final class PlanText {
  private PlanText() {}

  static String of(Plan.GetItem get) {
    String key =
        get.entity().key().parts().stream()
            .map(part -> part.key().name() + " = " + filling(part.filling(), get.key()))
            .collect(Collectors.joining(" and "));
    return sentence(
        "GetItem", AccessPath.of(get.entity().table()), key, consistency(get.isConsistent()));
  }

  static String of(Plan.Query query) {
    List<String> details = new ArrayList<>();
    details.add(query.isDescending() ? "descending" : "ascending");
    query.limit().ifPresent(limit -> details.add("at most " + limit + " items"));
    query.pageSize().ifPresent(size -> details.add(size + " items a page"));
    if (query.isSingle()) {
      details.add("at most one item");
    }
    details.addAll(consistency(query.isConsistent()));
    String condition =
        query.condition().terms().stream().map(PlanText::term).collect(Collectors.joining(" and "));
    return sentence("Query", query.path(), condition, details);
  }

  static String of(WriteAction action) {
    List<String> details = new ArrayList<>();
    String operation;
    if (action instanceof WriteAction.Put put) {
      operation = "PutItem";
      if (put.mustNotExist()) {
        details.add("fails if the item exists");
      }
    } else if (action instanceof WriteAction.Update update) {
      operation = "UpdateItem";
      details.add("fails if the item does not exist");
      details.addAll(changes(update.assignments(), update.removed()));
      if (!update.rewritten().isEmpty()) {
        details.add(
            "rewrites "
                + update.rewritten().stream()
                    .map(part -> part.key().name())
                    .collect(Collectors.joining(", ")));
      }
    } else if (action instanceof WriteAction.Move move) {
      operation = "Delete under the old key and put under the new one, in one transaction,";
      details.add("fails if the item has changed since it was read");
      details.addAll(changes(move.assignments(), move.removed()));
    } else {
      operation = action instanceof WriteAction.Delete ? "DeleteItem" : "ConditionCheck";
    }
    action
        .condition()
        .ifPresent(condition -> details.add("demands " + ConditionText.of(condition)));
    Entity entity = action.entity();
    String key =
        entity.key().parts().stream()
            .map(part -> part.key().name() + " = " + part.filling().text())
            .collect(Collectors.joining(" and "));
    return sentence(operation, AccessPath.of(entity.table()), key, details);
  }

  /** A value of the model, or a parameter as the language writes it. */
  static String operand(Operand operand) {
    return operand instanceof Operand.OfParameter of
        ? ":" + of.parameter().name()
        : value(((Operand.OfConstant) operand).value());
  }

  private static String sentence(
      String operation, AccessPath path, String key, List<String> details) {
    String target =
        path.index().map(Index::indexName).map(name -> "the index " + name).orElse("the table");
    String tail = details.isEmpty() ? "" : "; " + String.join(", ", details);
    return operation + " on " + target + ": " + key + tail + ".";
  }

  private static List<String> consistency(boolean isConsistent) {
    return isConsistent ? List.of("strongly consistent") : List.of();
  }

  private static List<String> changes(List<Assignment> assignments, List<Attribute> removed) {
    List<String> changes = new ArrayList<>();
    if (!assignments.isEmpty()) {
      changes.add(
          assignments.stream()
              .map(a -> a.attribute().storedName() + " = " + operand(a.value()))
              .collect(Collectors.joining(", ", "sets ", "")));
    }
    if (!removed.isEmpty()) {
      changes.add(
          removed.stream()
              .map(Attribute::storedName)
              .collect(Collectors.joining(", ", "removes ", "")));
    }
    return changes;
  }

  private static String filling(Filling filling, Map<String, Operand> operands) {
    if (filling instanceof Filling.FromTemplate from) {
      StringBuilder text = new StringBuilder("\"");
      for (KeyTemplate.Part part : from.template().parts()) {
        if (part instanceof KeyTemplate.Hole hole) {
          text.append(hole(operands.get(hole.attribute().name())));
        } else {
          text.append(((KeyTemplate.Text) part).value());
        }
      }
      return text.append('"').toString();
    }
    return operand(operands.get(((Filling.FromAttribute) filling).attribute().name()));
  }

  private static String term(KeyTerm term) {
    List<String> values = term.values().stream().map(PlanText::keyValue).toList();
    String name = term.attribute().name();
    if (term.comparator() == Comparator.BEGINS_WITH) {
      return "begins_with(" + name + ", " + values.get(0) + ")";
    }
    return name + " " + term.comparator().symbol() + " " + String.join(" and ", values);
  }

  private static String keyValue(KeyValue value) {
    if (value instanceof KeyValue.OfText of) {
      return of.parts().stream()
          .map(
              part ->
                  part instanceof KeyValue.Rendered rendered
                      ? hole(rendered.operand())
                      : ((KeyValue.Text) part).value())
          .collect(Collectors.joining("", "\"", "\""));
    }
    return operand(((KeyValue.OfOperand) value).operand());
  }

  private static String hole(Operand operand) {
    return operand instanceof Operand.OfParameter of
        ? "{" + of.parameter().name() + "}"
        : plain(((Operand.OfConstant) operand).value());
  }

  private static String value(Value value) {
    return value instanceof Value.TextValue ? '"' + plain(value) + '"' : plain(value);
  }

  private static String plain(Value value) {
    if (value instanceof Value.TextValue text) {
      return text.text();
    }
    if (value instanceof Value.NumberValue number) {
      return number.number().toPlainString();
    }
    if (value instanceof Value.BooleanValue bool) {
      return Boolean.toString(bool.isTrue());
    }
    return ((Value.EnumValue) value).constant().storedText();
  }
}
