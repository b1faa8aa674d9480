package dev.keyplan.emit.workbench;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import dev.keyplan.emit.EmitInput;
import dev.keyplan.model.Entity;
import dev.keyplan.model.Pattern;
import dev.keyplan.model.ReadTransactionPattern;
import dev.keyplan.model.Table;
import dev.keyplan.plan.Plan;
import dev.keyplan.plan.PlanText;
import dev.keyplan.plan.WriteAction;
import java.util.stream.Collectors;

/**
 * The access patterns. The format knows single operations on tables only, so that an index and a
 * key condition are told in the description, and what is several operations becomes an entry for
 * each: the members of a transaction, and the delete and the put of a move.
 */
final class AccessPatterns {
  private final EmitInput input;
  private final ArrayNode entries = JsonNodeFactory.instance.arrayNode();

  private AccessPatterns(EmitInput input) {
    this.input = input;
  }

  static ArrayNode json(EmitInput input) {
    AccessPatterns patterns = new AccessPatterns(input);
    input.plans().forEach(patterns::add);
    return patterns.entries;
  }

  private void add(Plan plan) {
    if (plan instanceof Plan.GetItem get) {
      add(get, "", "GetItem", get.entity().table(), "");
    } else if (plan instanceof Plan.GuardedGet get) {
      add(get, "guard", "GetItem", get.entity().table(), "");
      add(get, "item", "GetItem", get.entity().table(), "");
    } else if (plan instanceof Plan.Query query) {
      add(query, "", "Query", query.path().table(), "");
    } else if (plan instanceof Plan.BatchGetItem batch) {
      add(batch, "", "GetItem", batch.entity().table(), "");
    } else if (plan instanceof Plan.TransactionGet get) {
      for (ReadTransactionPattern.Member member : get.pattern().members()) {
        String key = "\n" + keyText(member.entity());
        add(get, member.name(), "GetItem", member.entity().table(), key);
      }
    } else if (plan instanceof Plan.Scan scan) {
      add(scan, "", "Scan", scan.path().table(), "");
    } else if (plan instanceof Plan.Write write) {
      add(write, "", write.action());
    } else if (plan instanceof Plan.Batch batch) {
      add(batch, "", batch.action());
    } else if (plan instanceof Plan.Transaction transaction) {
      for (Plan.Member member : transaction.members()) {
        add(transaction, member.name(), member.action());
      }
    }
  }

  private void add(Plan plan, String part, WriteAction action) {
    Table table = action.entity().table();
    String key = "\n" + keyText(action.entity());
    if (action instanceof WriteAction.Put) {
      add(plan, part, "PutItem", table, key);
    } else if (action instanceof WriteAction.Update) {
      add(plan, part, "UpdateItem", table, key);
    } else if (action instanceof WriteAction.Delete) {
      add(plan, part, "DeleteItem", table, key);
    } else if (action instanceof WriteAction.Check) {
      // The nearest that the format has: a look at one item by its key.
      add(plan, part, "GetItem", table, key);
    } else {
      String prefix = part.isEmpty() ? "" : part + ": ";
      add(plan, prefix + "delete", "DeleteItem", table, key);
      add(plan, prefix + "put", "PutItem", table, key);
    }
  }

  /**
   * @param part which of several operations it is; may be empty
   * @param more what to say besides what the plan is
   */
  private void add(Plan plan, String part, String type, Table table, String more) {
    Pattern pattern = plan.pattern();
    entries
        .addObject()
        .put("Name", name(pattern) + (part.isEmpty() ? "" : " (" + part + ")"))
        .put("Type", type)
        .put(
            "Description",
            pattern.documentation().map(text -> text + "\n").orElse("") + PlanText.of(plan) + more)
        .put("TableName", table.tableName())
        .put("DateLastModified", WorkbenchEmitter.DATE);
  }

  /** <code>Message: key "MSG#{groupId}" / "{createdAt}#{id}"</code>, as the model says it. */
  private static String keyText(Entity entity) {
    return entity.key().parts().stream()
        .map(part -> part.filling().text())
        .collect(Collectors.joining(" / ", entity.name().name() + ": key ", ""));
  }

  /** The pattern's name, with its namespace where that alone tells it from another. */
  private String name(Pattern pattern) {
    long homonyms =
        input.plans().stream()
            .filter(other -> other.pattern().name().name().equals(pattern.name().name()))
            .count();
    return homonyms == 1 ? pattern.name().name() : pattern.name().toString();
  }
}
