package dev.keyplan.check.rules;

import dev.keyplan.check.ModelRule;
import dev.keyplan.diagnostic.Diagnostic;
import dev.keyplan.model.Entity;
import dev.keyplan.model.Model;
import dev.keyplan.model.Trait;
import java.util.List;
import java.util.stream.Stream;

/**
 * Every attribute marked {@code @id} must be part of the primary key. Otherwise two items of
 * different identity have the same key, and the second overwrites the first.
 */
public final class IdentityNotInKey implements ModelRule {
  public static final String ID = "IDENTITY_NOT_IN_KEY";

  @Override
  public String id() {
    return ID;
  }

  @Override
  public List<Diagnostic> check(Model model) {
    return model.entities().stream().flatMap(IdentityNotInKey::check).toList();
  }

  private static Stream<Diagnostic> check(Entity entity) {
    return entity.attributes().stream()
        .filter(attribute -> attribute.has(Trait.ID))
        .filter(attribute -> !entity.key().attributes().contains(attribute))
        .map(
            attribute ->
                Diagnostic.error(
                        ID,
                        attribute.span(),
                        "`%s` identifies an item, but is not part of its key"
                            .formatted(attribute.name()))
                    .withLabel("two items that differ only in this have one key")
                    .withRelated(entity.key().partition().get(0).span(), "the key")
                    .withHint(
                        "add `{%s}` to the key, or take `@id` away".formatted(attribute.name())));
  }
}
