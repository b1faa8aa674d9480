package dev.keyplan.check.rules;

import dev.keyplan.check.ModelRule;
import dev.keyplan.diagnostic.Diagnostic;
import dev.keyplan.model.Index;
import dev.keyplan.model.Model;
import java.util.List;

/** Only a table with a sort key has local indexes: they order the items of a partition anew. */
public final class LocalIndexWithoutSortKey implements ModelRule {
  public static final String ID = "LOCAL_INDEX_WITHOUT_SORT_KEY";

  @Override
  public String id() {
    return ID;
  }

  @Override
  public List<Diagnostic> check(Model model) {
    return model.tables().stream()
        .filter(table -> table.key().sort().isEmpty())
        .flatMap(
            table ->
                table.indexes(Index.Kind.LOCAL).stream()
                    .map(
                        index ->
                            Diagnostic.error(
                                    ID,
                                    index.span(),
                                    "a table without a sort key has no local indexes")
                                .withLabel("each of its partitions is one item")
                                .withRelated(table.key().partition().get(0).span(), "the whole key")
                                .withHint(
                                    "make it a global one: `index %s … / …`"
                                        .formatted(index.name()))))
        .toList();
  }
}
