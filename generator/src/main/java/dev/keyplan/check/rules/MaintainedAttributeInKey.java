package dev.keyplan.check.rules;

import dev.keyplan.check.ModelRule;
import dev.keyplan.diagnostic.Diagnostic;
import dev.keyplan.model.Attribute;
import dev.keyplan.model.Entity;
import dev.keyplan.model.EntityKey;
import dev.keyplan.model.IndexMembership;
import dev.keyplan.model.Model;
import dev.keyplan.model.Trait;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What every write changes stands in no key that a write cannot change: not in the primary key. A
 * version is in no index, either, since each write would move the entry; the time of the last write
 * may be, but not in one text with attributes that an update by key does not know.
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
        for (EntityKey.Part part : membership.key().parts()) {
          maintained(part).flatMap(a -> inIndex(entity, a, part)).ifPresent(found::add);
        }
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

  private static Optional<Diagnostic> inIndex(
      Entity entity, Attribute attribute, EntityKey.Part part) {
    boolean isPrimary = entity.table().key().contains(part.key().name());
    if (isPrimary) {
      return Optional.empty();
    }
    if (attribute.has(Trait.VERSION)) {
      return Optional.of(
          Diagnostic.error(
                  ID,
                  part.span(),
                  "`%s` is in an index, where every write would move the entry"
                      .formatted(attribute.name()))
              .withRelated(attribute.span(), "declared here")
              .withHint("take it out of the index"));
    }
    List<Attribute> known = entity.key().attributes();
    Optional<Attribute> unknown =
        part.filling().attributes().stream()
            .filter(other -> !other.isMaintained() && !known.contains(other))
            .findFirst();
    return unknown
        .filter(other -> !entity.isChangedAsRead())
        .map(
            other ->
                Diagnostic.error(
                        ID,
                        part.span(),
                        "every update writes `%s` anew, and does not know `%s`"
                            .formatted(part.key().name(), other.name()))
                    .withRelated(attribute.span(), "every write sets `%s`".formatted(attribute.name()))
                    .withHint(
                        "give `%s` a key attribute of its own: `index recent %s / %s`"
                            .formatted(attribute.name(), other.name(), attribute.name())));
  }
}
