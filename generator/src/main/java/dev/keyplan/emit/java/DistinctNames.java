package dev.keyplan.emit.java;

import dev.keyplan.model.DefinitionName;
import dev.keyplan.model.Entity;
import dev.keyplan.naming.JavaNames;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Names for the entities of one table, which may come from several namespaces: {@code Order}, and
 * {@code BillingOrder} for another one of that name.
 */
final class DistinctNames {
  private final Map<DefinitionName, String> names = new HashMap<>();

  DistinctNames(List<Entity> entities) {
    Set<String> taken = new HashSet<>();
    for (Entity entity : entities) {
      String namespace = entity.name().namespace();
      String own = JavaNames.capitalised(entity.name().name());
      String last = namespace.substring(namespace.lastIndexOf('.') + 1);
      String name = taken.contains(own) ? JavaNames.capitalised(last) + own : own;
      while (!taken.add(name)) {
        name += "_";
      }
      names.put(entity.name(), name);
    }
  }

  String of(Entity entity) {
    return names.get(entity.name());
  }
}
