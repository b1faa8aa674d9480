package dev.keyplan.check.rules;

import dev.keyplan.check.ModelRule;
import dev.keyplan.diagnostic.Diagnostic;
import dev.keyplan.model.Attribute;
import dev.keyplan.model.Condition;
import dev.keyplan.model.Entity;
import dev.keyplan.model.EntityKey;
import dev.keyplan.model.IndexKey;
import dev.keyplan.model.IndexMembership;
import dev.keyplan.model.Model;
import dev.keyplan.model.Trait;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What every write changes stands in no key that a write cannot change: not in the primary key. A
 * version is in no index, either, since each write would move the entry, and in no {@code when},
 * since an upsert counts it on without knowing it; the time of the last write may be, but not in
 * one text with attributes that an update by key does not know.
 */
public final class MaintainedAttributeInKey implements ModelRule {
  public static final String ID = "MAINTAINED_ATTRIBUTE_IN_KEY";

  @Override
  public String id() {
    return ID;
  }

  @Override
  public List<Diagnostic> check(Model model) {
    List<Diagnostic> found = new ArrayList<>();
    for (Entity entity : model.entities()) {
      for (EntityKey.Part part : entity.key().parts()) {
        maintained(part).ifPresent(attribute -> found.add(inPrimaryKey(attribute, part)));
      }
      for (IndexMembership membership : entity.indexes()) {
        membership.key().parts().stream()
            .filter(part -> !entity.table().key().contains(part.key().name()))
            .forEach(part -> maintained(part).flatMap(a -> version(a, part)).ifPresent(found::add));
        membership.when().stream()
            .flatMap(when -> when.condition().terms().stream())
            .flatMap(term -> asked(term).stream())
            .forEach(found::add);
      }
      if (!entity.isChangedAsRead()) {
        entity.indexKeys().forEach(key -> halfKnown(entity, key).ifPresent(found::add));
      }
    }
    return found;
  }

  private static Optional<Attribute> maintained(EntityKey.Part part) {
    return part.filling().attributes().stream().filter(Attribute::isMaintained).findFirst();
  }

  private static Diagnostic inPrimaryKey(Attribute attribute, EntityKey.Part part) {
    return Diagnostic.error(
            ID,
            part.span(),
            "`%s` changes with every write, and a primary key never does"
                .formatted(attribute.name()))
        .withRelated(attribute.span(), "declared here")
        .withHint(
            attribute.has(Trait.TOUCH)
                ? "put a time that stays into the key: `createdAt : timestamp = now`"
                : "take it out of the key");
  }

  private static Optional<Diagnostic> version(Attribute attribute, EntityKey.Part part) {
    return attribute.has(Trait.TOUCH)
        ? Optional.empty()
        : Optional.of(
            Diagnostic.error(
                    ID,
                    part.span(),
                    "`%s` is in an index, where every write would move the entry"
                        .formatted(attribute.name()))
                .withRelated(attribute.span(), "declared here")
                .withHint("take it out of the index"));
  }

  private static Optional<Diagnostic> asked(Condition.Term term) {
    return term.attributes().stream()
        .filter(attribute -> attribute.has(Trait.VERSION))
        .findFirst()
        .map(
            version ->
                Diagnostic.error(
                        ID,
                        term.span(),
                        "`%s` says whether items are in an index, and changes with every write"
                            .formatted(version.name()))
                    .withRelated(version.span(), "declared here")
                    .withHint("take it out of the `when`, or ask for what your own writes set"));
  }

  /** Every update writes such a key anew, so that it has to know all that it depends on. */
  private static Optional<Diagnostic> halfKnown(Entity entity, IndexKey key) {
    Optional<Attribute> touched =
        key.attributes().stream().filter(attribute -> attribute.has(Trait.TOUCH)).findFirst();
    List<Attribute> known = entity.key().attributes();
    Optional<Attribute> unknown =
        key.attributes().stream()
            .filter(other -> !other.isMaintained() && !known.contains(other))
            .findFirst();
    if (touched.isEmpty() || unknown.isEmpty()) {
      return Optional.empty();
    }
    String name = touched.get().name();
    return Optional.of(
        Diagnostic.error(
                ID,
                key.part().span(),
                "every update writes `%s` anew, and does not know `%s`"
                    .formatted(key.part().key().name(), unknown.get().name()))
            .withRelated(touched.get().span(), "every write sets `%s`".formatted(name))
            .withHint(
                "give `%s` a key attribute of its own: `index recent %s / %s`"
                    .formatted(name, unknown.get().name(), name)));
  }
}
