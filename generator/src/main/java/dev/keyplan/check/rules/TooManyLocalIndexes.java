package dev.keyplan.check.rules;

import dev.keyplan.check.ModelRule;
import dev.keyplan.diagnostic.Diagnostic;
import dev.keyplan.model.Index;
import dev.keyplan.model.Limits;
import dev.keyplan.model.Model;
import dev.keyplan.model.Table;
import java.util.List;

/** A table has up to five local indexes, and gets none after it was made. */
public final class TooManyLocalIndexes implements ModelRule {
  public static final String ID = "TOO_MANY_LOCAL_INDEXES";

  @Override
  public String id() {
    return ID;
  }

  @Override
  public List<Diagnostic> check(Model model) {
    return model.tables().stream()
        .filter(table -> locals(table).size() > Limits.LOCAL_INDEXES)
        .map(
            table ->
                Diagnostic.error(
                        ID,
                        locals(table).get(Limits.LOCAL_INDEXES).span(),
                        "the table `%s` has %d local indexes, and DynamoDB allows %d"
                            .formatted(
                                table.name().name(), locals(table).size(), Limits.LOCAL_INDEXES))
                    .withLabel("one too many")
                    .withHint("several entities can share an index: `index byDate = / \"…\"`"))
        .toList();
  }

  private static List<Index> locals(Table table) {
    return table.indexes(Index.Kind.LOCAL);
  }
}
