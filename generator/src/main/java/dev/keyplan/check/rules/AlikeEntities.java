package dev.keyplan.check.rules;

import dev.keyplan.model.Entity;
import dev.keyplan.model.EntityKey;
import dev.keyplan.proof.KeyForms;
import dev.keyplan.proof.LeadIndex;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** Two entities of a table whose primary keys differ in no text that would tell them apart. */
record AlikeEntities(Entity one, Entity other) {
  /** The first two of these, in their order. */
  static Optional<AlikeEntities> among(List<Entity> entities) {
    List<LeadIndex<Integer>> places = byLeads(entities);
    for (int i = 0; i < entities.size(); i++) {
      Entity one = entities.get(i);
      for (int j : mayBeAlike(one.key(), places)) {
        if (j > i && !KeyForms.differ(one.key(), entities.get(j).key())) {
          return Optional.of(new AlikeEntities(one, entities.get(j)));
        }
      }
    }
    return Optional.empty();
  }

  /** For each key attribute, the places of the entities in the list. */
  private static List<LeadIndex<Integer>> byLeads(List<Entity> entities) {
    List<LeadIndex<Integer>> byLeads = new ArrayList<>();
    for (int i = 0; i < entities.size(); i++) {
      List<EntityKey.Part> parts = entities.get(i).key().parts();
      for (int column = 0; column < parts.size(); column++) {
        if (column == byLeads.size()) {
          byLeads.add(new LeadIndex<>());
        }
        byLeads.get(column).add(parts.get(column).filling(), i);
      }
    }
    return byLeads;
  }

  /** The places of those that begin alike in the key attribute where the fewest do, in order. */
  private static List<Integer> mayBeAlike(EntityKey key, List<LeadIndex<Integer>> places) {
    List<List<Integer>> alike = new ArrayList<>();
    for (int column = 0; column < key.parts().size(); column++) {
      alike.add(places.get(column).alike(key.parts().get(column).filling()));
    }
    List<Integer> fewest = alike.stream().min(Comparator.comparing(List::size)).orElse(List.of());
    return fewest.stream().sorted().toList();
  }
}
