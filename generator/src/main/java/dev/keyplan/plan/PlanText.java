package dev.keyplan.plan;

import dev.keyplan.model.Comparator;
import dev.keyplan.model.EntityKey;
import dev.keyplan.model.Operand;
import dev.keyplan.model.Value;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/**
 * Says in one line what a plan does, for Javadoc, the Workbench and reports: {@code Query on the
 * table: pk = "MSG#{groupId}", descending, 20 a page}. Names in braces are parameters.
 */
public final class PlanText {
  private PlanText() {}

  /** The operation, its access path and its key condition. */
  public static String of(Plan plan) {
    if (plan instanceof Plan.GetItem get) {
      return "GetItem on the table: " + key(get);
    }
    if (plan instanceof Plan.Query query) {
      return query(query);
    }
    if (plan instanceof Plan.Write write) {
      return of(write.action());
    }
    if (plan instanceof Plan.Transaction transaction) {
      return transaction.members().stream()
          .map(member -> member.name() + ": " + of(member.action()))
          .collect(Collectors.joining("; ", "TransactWriteItems on the table: ", ""));
    }
    return "No key serves it";
  }

  /** What DynamoDB does for one write. */
  public static String of(WriteAction action) {
    if (action instanceof WriteAction.Put put) {
      return put.mustNotExist() ? "put, if no item has the key" : "put, whether it exists or not";
    }
    if (action instanceof WriteAction.Update) {
      return "update, if the item exists";
    }
    if (action instanceof WriteAction.Move) {
      return "delete the old item and put the new one, if it is as it was read";
    }
    return action instanceof WriteAction.Delete ? "delete" : "condition check";
  }

  /** {@code pk = "MSG#{groupId}" and sk >= "{since}"}. */
  public static String of(KeyCondition condition) {
    return condition.terms().stream().map(PlanText::of).collect(Collectors.joining(" and "));
  }

  private static String query(Plan.Query query) {
    List<String> text = new ArrayList<>();
    String path =
        query.path().index().map(index -> "the index " + index.indexName()).orElse("the table");
    text.add("Query on " + path + ": " + of(query.condition()));
    if (query.isDescending()) {
      text.add("descending");
    }
    query.pageSize().ifPresent(size -> text.add(size + " a page"));
    query.limit().ifPresent(limit -> text.add("at most " + limit));
    if (query.isSingle()) {
      text.add("at most one item");
    }
    text.add(query.isConsistent() ? "strongly consistent" : "eventually consistent");
    return String.join(", ", text);
  }

  private static String key(Plan.GetItem get) {
    return get.entity().key().parts().stream()
            .map(part -> part.key().name() + " = " + filled(part, get))
            .collect(Collectors.joining(" and "))
        + (get.isConsistent() ? ", strongly consistent" : ", eventually consistent");
  }

  private static String filled(EntityKey.Part part, Plan.GetItem get) {
    return part.isStored() ? of(get.key().get(part.filling().text())) : part.filling().text();
  }

  private static String of(KeyTerm term) {
    String left = term.attribute().name() + " " + term.comparator().symbol() + " ";
    String right =
        term.values().stream()
            .map(PlanText::of)
            .collect(Collectors.joining(term.comparator() == Comparator.BETWEEN ? " and " : ", "));
    return left + right;
  }

  private static String of(KeyValue value) {
    if (value instanceof KeyValue.OfOperand of) {
      return of(of.operand());
    }
    return ((KeyValue.OfText) value)
        .parts().stream()
            .map(part -> part instanceof KeyValue.Text text ? text.value() : rendered(part))
            .collect(Collectors.joining("", "\"", "\""));
  }

  private static String rendered(KeyValue.Part part) {
    return of(((KeyValue.Rendered) part).operand());
  }

  /** A parameter in braces, a constant as DynamoDB stores it. */
  private static String of(Operand operand) {
    if (operand instanceof Operand.OfParameter parameter) {
      return "{" + parameter.parameter().name() + "}";
    }
    return of(((Operand.OfConstant) operand).value());
  }

  private static String of(Value value) {
    if (value instanceof Value.TextValue text) {
      return text.text();
    }
    if (value instanceof Value.NumberValue number) {
      return number.number().toPlainString();
    }
    if (value instanceof Value.EnumValue constant) {
      return constant.constant().storedText();
    }
    return Boolean.toString(((Value.BooleanValue) value).isTrue());
  }
}
