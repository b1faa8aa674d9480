package dev.keyplan.check.rules;

import dev.keyplan.check.ModelRule;
import dev.keyplan.diagnostic.Diagnostic;
import dev.keyplan.model.Index;
import dev.keyplan.model.Model;
import dev.keyplan.model.Projection;
import dev.keyplan.model.Table;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * The list behind {@code project} names no key attribute and nothing twice: keys are always in an
 * index, and DynamoDB refuses a list that repeats them.
 */
public final class ProjectionNamesKey implements ModelRule {
  public static final String ID = "PROJECTION_NAMES_KEY";

  @Override
  public String id() {
    return ID;
  }

  @Override
  public List<Diagnostic> check(Model model) {
    List<Diagnostic> found = new ArrayList<>();
    for (Table table : model.tables()) {
      for (Index index : table.indexes()) {
        if (index.projection() instanceof Projection.Include include) {
          check(table, index, include, found);
        }
      }
    }
    return found;
  }

  private static void check(
      Table table, Index index, Projection.Include include, List<Diagnostic> found) {
    Set<String> seen = new HashSet<>();
    for (String name : include.attributes()) {
      if (table.key().contains(name) || index.key().contains(name)) {
        found.add(
            Diagnostic.error(
                    ID,
                    index.span(),
                    "the index `%s` projects the key attribute `%s`".formatted(index.name(), name))
                .withLabel("keys are in every index")
                .withHint("leave `%s` out of the list".formatted(name)));
      } else if (!seen.add(name)) {
        found.add(
            Diagnostic.error(
                ID,
                index.span(),
                "the index `%s` projects `%s` twice".formatted(index.name(), name)));
      }
    }
  }
}
