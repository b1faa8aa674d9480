package dev.keyplan.resolve;

import dev.keyplan.model.Attribute;
import dev.keyplan.model.Entity;
import dev.keyplan.model.Trait;
import dev.keyplan.model.Unique;
import java.util.Collection;
import java.util.Optional;

/** Why changes of an entity are given the item as it was read, if they are. */
final class AsRead {
  private AsRead() {}

  static Optional<String> reason(Entity entity) {
    return reason(entity.attributes(), entity.uniques());
  }

  /** A clause for behind "but". */
  static Optional<String> reason(Collection<Attribute> attributes, Collection<Unique> uniques) {
    return attributes.stream()
        .filter(attribute -> attribute.has(Trait.VERSION))
        .findFirst()
        .map(version -> "each write demands the `%s` that was read".formatted(version.name()))
        .or(
            () ->
                uniques.stream()
                    .findFirst()
                    .map(unique -> "`%s` is kept true by a condition".formatted(unique.text())));
  }
}
