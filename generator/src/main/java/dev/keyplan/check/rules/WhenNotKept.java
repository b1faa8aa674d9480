package dev.keyplan.check.rules;

import dev.keyplan.check.ModelRule;
import dev.keyplan.diagnostic.Diagnostic;
import dev.keyplan.model.Entity;
import dev.keyplan.model.IndexMembership;
import dev.keyplan.model.Model;
import java.util.ArrayList;
import java.util.List;

/**
 * An item is left out of an index by leaving out a key attribute of the index. So an index line
 * with {@code when} needs one that is there for this index alone: one of the primary key, a stored
 * attribute, or one that another index has too, cannot be left out.
 */
public final class WhenNotKept implements ModelRule {
  public static final String ID = "WHEN_NOT_KEPT";

  @Override
  public String id() {
    return ID;
  }

  @Override
  public List<Diagnostic> check(Model model) {
    List<Diagnostic> found = new ArrayList<>();
    for (Entity entity : model.entities()) {
      for (IndexMembership membership : entity.indexes()) {
        membership
            .when()
            .filter(when -> !isKept(entity, when))
            .ifPresent(when -> found.add(report(membership, when)));
      }
    }
    return found;
  }

  private static boolean isKept(Entity entity, IndexMembership.When when) {
    return entity.indexKeys().stream()
        .anyMatch(key -> key.condition().filter(c -> c.equals(when.condition())).isPresent());
  }

  private static Diagnostic report(IndexMembership membership, IndexMembership.When when) {
    String index = membership.index().name();
    Diagnostic diagnostic =
        Diagnostic.error(
                ID, when.span(), "no item can be left out of the index `%s`".formatted(index))
            .withLabel("all key attributes of the index are there for other reasons, too");
    for (var part : membership.key().parts()) {
      diagnostic =
          diagnostic.withRelated(
              part.key().span(), "`%s` is needed elsewhere".formatted(part.key().name()));
    }
    return diagnostic.withHint(
        "give the index a key attribute of its own in the table, and fill it: `index %s = \"%s\" / …`"
            .formatted(index, index.toUpperCase(java.util.Locale.ROOT)));
  }
}
