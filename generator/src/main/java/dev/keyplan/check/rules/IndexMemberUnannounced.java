package dev.keyplan.check.rules;

import dev.keyplan.check.ModelRule;
import dev.keyplan.diagnostic.Diagnostic;
import dev.keyplan.model.Entity;
import dev.keyplan.model.Index;
import dev.keyplan.model.KeyAttribute;
import dev.keyplan.model.Model;
import dev.keyplan.source.Span;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * An item that has all key attributes of an index is in that index, whether it is meant to be or
 * not. An entity that stores them all must say so: {@code index byRegion}.
 */
public final class IndexMemberUnannounced implements ModelRule {
  public static final String ID = "INDEX_MEMBER_UNANNOUNCED";

  @Override
  public String id() {
    return ID;
  }

  @Override
  public List<Diagnostic> check(Model model) {
    List<Diagnostic> found = new ArrayList<>();
    for (Entity entity : model.entities()) {
      Map<String, Span> stored = EntityKeys.storedNames(entity);
      for (Index index : entity.table().indexes()) {
        boolean hasAll =
            index.key().attributes().stream().allMatch(key -> stored.containsKey(key.name()));
        if (hasAll && entity.membership(index).isEmpty()) {
          found.add(diagnostic(entity, index, stored));
        }
      }
    }
    return found;
  }

  private static Diagnostic diagnostic(Entity entity, Index index, Map<String, Span> stored) {
    Diagnostic diagnostic =
        Diagnostic.error(
                ID,
                entity.span(),
                "`%s` has all key attributes of the index `%s`, but does not say that it is in it"
                    .formatted(entity.name().name(), index.name()))
            .withRelated(index.span(), "the index")
            .withHint(
                "add `index %s`, or store one of the attributes under another name"
                    .formatted(index.name()));
    for (KeyAttribute key : index.key().attributes()) {
      diagnostic =
          diagnostic.withRelated(stored.get(key.name()), "writes `%s`".formatted(key.name()));
    }
    return diagnostic;
  }
}
