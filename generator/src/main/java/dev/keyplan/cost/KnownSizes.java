package dev.keyplan.cost;

import dev.keyplan.model.Entity;
import dev.keyplan.plan.AccessPath;
import java.util.HashMap;
import java.util.Map;

/** The sizes of items and of index entries, each worked out when it is first asked for. */
final class KnownSizes {
  private final Map<String, SizeRange> known = new HashMap<>();

  /** As {@link EntitySize#of(Entity)}. */
  SizeRange of(Entity entity) {
    return of(entity, AccessPath.of(entity.table()));
  }

  /** As {@link EntitySize#of(Entity, AccessPath)}. */
  SizeRange of(Entity entity, AccessPath path) {
    return known.computeIfAbsent(Loads.key(path, entity), place -> EntitySize.of(entity, path));
  }
}
