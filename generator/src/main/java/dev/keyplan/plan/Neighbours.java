package dev.keyplan.plan;

import dev.keyplan.model.Entity;
import dev.keyplan.model.EntityKey;
import dev.keyplan.model.Index;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;

/**
 * The entities of one table, arranged by the literal text that their partition keys begin with on
 * each access path. Only those whose texts begin alike can share a partition, and they are found
 * without looking at the others: a design may have a thousand entities in one table.
 */
final class Neighbours {
  private final List<Entity> entities;
  private final Map<Optional<String>, NavigableMap<String, List<Entity>>> byPath = new HashMap<>();

  Neighbours(List<Entity> entities) {
    this.entities = List.copyOf(entities);
    for (Entity entity : entities) {
      add(Optional.empty(), entity.key(), entity);
      entity.indexes().forEach(m -> add(Optional.of(m.index().name()), m.key(), entity));
    }
  }

  /** All entities of the table but this one. */
  List<Entity> of(Entity entity) {
    return entities.stream().filter(other -> !other.name().equals(entity.name())).toList();
  }

  /** The other entities that may share a partition with this one on a path. */
  List<Entity> sharing(AccessPath path, Entity entity) {
    String lead = lead(path.keyOf(entity).orElseThrow());
    NavigableMap<String, List<Entity>> byLead =
        byPath.getOrDefault(path.index().map(Index::name), new TreeMap<>());
    List<Entity> found = new ArrayList<>();
    for (int length = 0; length < lead.length(); length++) {
      found.addAll(byLead.getOrDefault(lead.substring(0, length), List.of()));
    }
    for (Map.Entry<String, List<Entity>> entry : byLead.tailMap(lead, true).entrySet()) {
      if (!entry.getKey().startsWith(lead)) {
        break;
      }
      found.addAll(entry.getValue());
    }
    found.removeIf(other -> other.name().equals(entity.name()));
    return found;
  }

  private void add(Optional<String> path, EntityKey key, Entity entity) {
    byPath
        .computeIfAbsent(path, p -> new TreeMap<>())
        .computeIfAbsent(lead(key), l -> new ArrayList<>())
        .add(entity);
  }

  private static String lead(EntityKey key) {
    return KeyShape.of(key.partition().get(0).filling()).lead();
  }
}
