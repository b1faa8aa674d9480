package dev.keyplan.check.rules;

import dev.keyplan.check.ModelRule;
import dev.keyplan.diagnostic.Diagnostic;
import dev.keyplan.model.Attribute;
import dev.keyplan.model.Entity;
import dev.keyplan.model.EntityKey;
import dev.keyplan.model.KeyTemplate;
import dev.keyplan.model.Model;
import dev.keyplan.model.Trait;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Every attribute marked {@code @id}, and every other that the primary key is made of, can be read
 * from the primary key. Otherwise two items of different identity have the same key, and the second
 * overwrites the first: a bucket or a shard alone does not hold an attribute.
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
    List<Attribute> held = entity.key().held();
    return entity.attributes().stream()
        .filter(attribute -> !held.contains(attribute))
        .flatMap(attribute -> check(entity, attribute).stream());
  }

  private static Optional<Diagnostic> check(Entity entity, Attribute attribute) {
    for (EntityKey.Part part : entity.key().parts()) {
      if (part.filling().attributes().contains(attribute)) {
        return Optional.of(partOnly(attribute, EntityKeys.hole(part, attribute)));
      }
    }
    return attribute.has(Trait.ID) ? Optional.of(missing(entity, attribute)) : Optional.empty();
  }

  private static Diagnostic partOnly(Attribute attribute, KeyTemplate.Hole hole) {
    return Diagnostic.error(
            ID,
            hole.span(),
            "the key has `%s`, but not `%s` itself".formatted(hole.text(), attribute.name()))
        .withLabel(
            "two items that differ only in `%s` may have one key".formatted(attribute.name()))
        .withRelated(attribute.span(), "the attribute")
        .withHint("add `{%s}` to the sort key".formatted(attribute.name()));
  }

  private static Diagnostic missing(Entity entity, Attribute attribute) {
    return Diagnostic.error(
            ID,
            attribute.span(),
            "`%s` identifies an item, but is not part of its key".formatted(attribute.name()))
        .withLabel("two items that differ only in this have one key")
        .withRelated(entity.key().partition().get(0).span(), "the key")
        .withHint("add `{%s}` to the key, or take `@id` away".formatted(attribute.name()));
  }
}
