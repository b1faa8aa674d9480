package dev.keyplan.check.rules;

import dev.keyplan.check.ModelRule;
import dev.keyplan.check.Warning;
import dev.keyplan.diagnostic.Diagnostic;
import dev.keyplan.model.Index;
import dev.keyplan.model.Limits;
import dev.keyplan.model.Model;
import dev.keyplan.model.Table;
import java.util.List;

/** A table has up to 20 global indexes. AWS raises this quota on request, so it is a warning. */
public final class TooManyIndexes implements ModelRule, Warning {
  public static final String ID = "TOO_MANY_INDEXES";

  @Override
  public String id() {
    return ID;
  }

  @Override
  public List<Diagnostic> check(Model model) {
    return model.tables().stream()
        .filter(table -> globals(table).size() > Limits.GLOBAL_INDEXES)
        .map(
            table ->
                Diagnostic.warning(
                        ID,
                        globals(table).get(Limits.GLOBAL_INDEXES).span(),
                        "the table `%s` has %d global indexes, and the quota is %d"
                            .formatted(
                                table.name().name(), globals(table).size(), Limits.GLOBAL_INDEXES))
                    .withLabel("one too many")
                    .withHint("several entities can share an index: `index gsi1 = \"…\" / \"…\"`"))
        .toList();
  }

  private static List<Index> globals(Table table) {
    return table.indexes(Index.Kind.GLOBAL);
  }
}
