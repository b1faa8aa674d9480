package dev.keyplan.check.rules;

import dev.keyplan.model.Entity;
import dev.keyplan.proof.KeyOverlap;
import java.util.List;
import java.util.Optional;

/** Two entities of a table whose primary keys differ in no text that would tell them apart. */
record AlikeEntities(Entity one, Entity other) {
  /** The first two of these, in their order. */
  static Optional<AlikeEntities> among(List<Entity> entities) {
    for (int i = 0; i < entities.size(); i++) {
      for (int j = i + 1; j < entities.size(); j++) {
        if (!KeyOverlap.differInForm(entities.get(i).key(), entities.get(j).key())) {
          return Optional.of(new AlikeEntities(entities.get(i), entities.get(j)));
        }
      }
    }
    return Optional.empty();
  }
}
