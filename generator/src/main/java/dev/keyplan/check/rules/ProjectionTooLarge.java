package dev.keyplan.check.rules;

import dev.keyplan.check.ModelRule;
import dev.keyplan.diagnostic.Diagnostic;
import dev.keyplan.model.Index;
import dev.keyplan.model.Limits;
import dev.keyplan.model.Model;
import dev.keyplan.model.Table;
import java.util.ArrayList;
import java.util.List;

/**
 * The lists behind {@code project} name up to 100 attributes in all indexes of a table together,
 * and one that stands in two lists counts twice.
 */
public final class ProjectionTooLarge implements ModelRule {
  public static final String ID = "PROJECTION_TOO_LARGE";

  @Override
  public String id() {
    return ID;
  }

  @Override
  public List<Diagnostic> check(Model model) {
    List<Diagnostic> found = new ArrayList<>();
    for (Table table : model.tables()) {
      int sum = 0;
      for (Index index : table.indexes()) {
        int before = sum;
        sum += index.projection().attributes().size();
        if (before <= Limits.PROJECTED_ATTRIBUTES && sum > Limits.PROJECTED_ATTRIBUTES) {
          found.add(
              Diagnostic.error(
                      ID,
                      index.span(),
                      "the indexes of `%s` project more than %d attributes by name"
                          .formatted(table.name().name(), Limits.PROJECTED_ATTRIBUTES))
                  .withLabel("with this index, %d".formatted(sum))
                  .withHint("`project all` and `project keys` do not count"));
        }
      }
    }
    return found;
  }
}
