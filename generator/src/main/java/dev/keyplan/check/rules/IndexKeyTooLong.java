package dev.keyplan.check.rules;

import dev.keyplan.check.ModelRule;
import dev.keyplan.diagnostic.Diagnostic;
import dev.keyplan.model.Limits;
import dev.keyplan.model.Model;
import java.util.List;
import java.util.stream.Stream;

/** The partition key of a global index has up to four attributes, and so has its sort key. */
public final class IndexKeyTooLong implements ModelRule {
  public static final String ID = "INDEX_KEY_TOO_LONG";

  @Override
  public String id() {
    return ID;
  }

  @Override
  public List<Diagnostic> check(Model model) {
    return model.tables().stream()
        .flatMap(table -> table.indexes().stream())
        .flatMap(index -> Stream.of(index.key().partition(), index.key().sort()))
        .filter(side -> side.size() > Limits.ATTRIBUTES_OF_AN_INDEX_KEY)
        .map(
            side ->
                Diagnostic.error(
                        ID,
                        side.get(Limits.ATTRIBUTES_OF_AN_INDEX_KEY).span(),
                        "one side of an index's key has up to %d attributes"
                            .formatted(Limits.ATTRIBUTES_OF_AN_INDEX_KEY))
                    .withLabel("number %d".formatted(Limits.ATTRIBUTES_OF_AN_INDEX_KEY + 1))
                    .withHint("join some of them in a template of the entity"))
        .toList();
  }
}
