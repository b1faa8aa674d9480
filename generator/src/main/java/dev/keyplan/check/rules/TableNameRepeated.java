package dev.keyplan.check.rules;

import dev.keyplan.check.ModelRule;
import dev.keyplan.diagnostic.Diagnostic;
import dev.keyplan.model.Model;
import dev.keyplan.model.Table;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * Each table of a design has its own name in DynamoDB, and one that differs from the others not in
 * upper and lower case alone: the files of both would be one where a disk ignores case.
 */
public final class TableNameRepeated implements ModelRule {
  public static final String ID = "TABLE_NAME_REPEATED";

  @Override
  public String id() {
    return ID;
  }

  @Override
  public List<Diagnostic> check(Model model) {
    List<Diagnostic> found = new ArrayList<>();
    Map<String, Table> seen = new HashMap<>();
    for (Table table : model.tables()) {
      Table first = seen.putIfAbsent(table.tableName().toLowerCase(Locale.ROOT), table);
      if (first != null) {
        found.add(
            Diagnostic.error(ID, table.span(), message(table, first))
                .withRelated(first.span(), "the other")
                .withHint(
                    "another name in DynamoDB: `table %s \"…\"`".formatted(table.name().name())));
      }
    }
    return found;
  }

  private static String message(Table table, Table first) {
    return table.tableName().equals(first.tableName())
        ? "two tables are called `%s`".formatted(table.tableName())
        : "the tables `%s` and `%s` differ in upper and lower case only"
            .formatted(first.tableName(), table.tableName());
  }
}
