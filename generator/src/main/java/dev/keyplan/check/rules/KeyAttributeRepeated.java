package dev.keyplan.check.rules;

import dev.keyplan.check.ModelRule;
import dev.keyplan.diagnostic.Diagnostic;
import dev.keyplan.model.KeyAttribute;
import dev.keyplan.model.KeySchema;
import dev.keyplan.model.Model;
import dev.keyplan.model.Table;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * A key has no attribute twice: DynamoDB refuses a key schema whose partition key is its sort key.
 */
public final class KeyAttributeRepeated implements ModelRule {
  public static final String ID = "KEY_ATTRIBUTE_REPEATED";

  @Override
  public String id() {
    return ID;
  }

  @Override
  public List<Diagnostic> check(Model model) {
    List<Diagnostic> found = new ArrayList<>();
    for (Table table : model.tables()) {
      check(table.key(), found);
      table.indexes().forEach(index -> check(index.key(), found));
    }
    return found;
  }

  private static void check(KeySchema key, List<Diagnostic> found) {
    Map<String, KeyAttribute> seen = new HashMap<>();
    for (KeyAttribute attribute : key.attributes()) {
      KeyAttribute first = seen.putIfAbsent(attribute.name(), attribute);
      if (first != null) {
        found.add(
            Diagnostic.error(
                    ID,
                    attribute.span(),
                    "`%s` stands in the key twice".formatted(attribute.name()))
                .withLabel("again here")
                .withRelated(first.span(), "first here"));
      }
    }
  }
}
