package dev.keyplan.emit.workbench;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import dev.keyplan.emit.EmitInput;
import dev.keyplan.model.Pattern;
import dev.keyplan.model.Table;
import dev.keyplan.plan.Plan;
import dev.keyplan.plan.WriteAction;

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
    String name = name(plan.pattern());
    if (plan instanceof Plan.GetItem get) {
      add(get.pattern(), name, "GetItem", get.entity().table(), PlanText.of(get));
    } else if (plan instanceof Plan.Query query) {
      add(query.pattern(), name, "Query", query.path().table(), PlanText.of(query));
    } else if (plan instanceof Plan.Write write) {
      addAction(write.pattern(), name, "", write.action(), "");
    } else if (plan instanceof Plan.Transaction transaction) {
      for (Plan.Member member : transaction.members()) {
        addAction(
            transaction.pattern(),
            name,
            member.name(),
            member.action(),
            " One of the %d members of a transaction: all or nothing."
                .formatted(transaction.members().size()));
      }
    }
  }

  private void addAction(
      Pattern pattern, String name, String member, WriteAction action, String context) {
    Table table = action.entity().table();
    String label = member.isEmpty() ? name : name + " (" + member + ")";
    String text = PlanText.of(action) + context;
    if (action instanceof WriteAction.Put) {
      add(pattern, label, "PutItem", table, text);
    } else if (action instanceof WriteAction.Update) {
      add(pattern, label, "UpdateItem", table, text);
    } else if (action instanceof WriteAction.Delete) {
      add(pattern, label, "DeleteItem", table, text);
    } else if (action instanceof WriteAction.Check) {
      // The nearest that the format has: a look at one item by its key.
      add(pattern, label, "GetItem", table, text);
    } else {
      String prefix = member.isEmpty() ? "" : member + ": ";
      add(pattern, name + " (" + prefix + "delete)", "DeleteItem", table, text);
      add(pattern, name + " (" + prefix + "put)", "PutItem", table, text);
    }
  }

  private void add(Pattern pattern, String name, String type, Table table, String text) {
    entries
        .addObject()
        .put("Name", name)
        .put("Type", type)
        .put("Description", pattern.documentation().map(doc -> doc + "\n").orElse("") + text)
        .put("TableName", table.tableName())
        .put("DateLastModified", WorkbenchEmitter.DATE);
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
