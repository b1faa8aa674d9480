package dev.keyplan.plan;

import dev.keyplan.model.DefinitionName;
import dev.keyplan.model.Entity;
import dev.keyplan.model.EntityKey;
import dev.keyplan.model.Index;
import dev.keyplan.plan.Plan.Evidence;
import dev.keyplan.plan.Plan.Obstacle;
import dev.keyplan.plan.Plan.Rejection;
import dev.keyplan.proof.KeyOverlap;
import dev.keyplan.proof.LeadIndex;
import dev.keyplan.source.Span;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * The entities of one table, arranged by the literal text that their partition keys begin with on
 * each access path. Only those whose texts begin alike can share a partition, and they are found
 * without looking at the others: a design may have a thousand entities in one table.
 */
final class Neighbours {
  private final List<Entity> entities;
  private final Map<Optional<String>, LeadIndex<Entity>> byPath = new HashMap<>();

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

  /** All entities of the table but these. */
  List<Entity> others(List<Entity> wanted) {
    Set<DefinitionName> names = wanted.stream().map(Entity::name).collect(Collectors.toSet());
    return entities.stream().filter(other -> !names.contains(other.name())).toList();
  }

  /** The other entities that may share a partition with this one on a path. */
  private List<Entity> sharing(AccessPath path, Entity entity) {
    EntityKey key = path.keyOf(entity).orElseThrow();
    LeadIndex<Entity> byLead =
        byPath.getOrDefault(path.index().map(Index::name), new LeadIndex<>());
    List<Entity> found = byLead.alike(key.partition().get(0).filling());
    found.removeIf(other -> other.name().equals(entity.name()));
    return found;
  }

  /** An entity that a key condition finds, with an item that shows it. */
  record Found(Entity entity, KeyOverlap.Answer item) {
    Rejection rejection(AccessPath path, Span asked) {
      List<EntityKey.Part> parts = path.keyOf(entity).orElseThrow().parts();
      Span key = parts.get(0).span().to(parts.get(parts.size() - 1).span());
      return new Rejection(
          path,
          Obstacle.OTHER_ENTITIES,
          "%s may also return items of `%s`".formatted(path.description(), entity.name().name()),
          asked,
          List.of(new Evidence(key, item.rightItem(entity))));
    }
  }

  /** The entities that a condition finds besides those it is for. */
  List<Found> found(AccessPath path, KeyCondition condition, List<Entity> wanted) {
    List<Found> found = new ArrayList<>();
    for (Entity other : sharing(path, wanted.get(0))) {
      if (wanted.stream().noneMatch(entity -> entity.name().equals(other.name()))) {
        Purity.found(path, condition, other).ifPresent(item -> found.add(new Found(other, item)));
      }
    }
    return found;
  }

  private void add(Optional<String> path, EntityKey key, Entity entity) {
    byPath
        .computeIfAbsent(path, p -> new LeadIndex<>())
        .add(key.partition().get(0).filling(), entity);
  }
}
