package dev.keyplan.oracle;

import dev.keyplan.oracle.ModelSpec.EntitySpec;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * One call of a repository.
 *
 * @param method that of a pattern or a built-in one
 * @param item a whole item; calls that take a key take its key
 * @param arguments by the names of parameters
 * @param changes what the built-in update sets, and removes
 * @param isStale whether an item that is given as it was read is not what is stored
 */
record Operation(
    String method,
    String entity,
    Map<String, Object> item,
    Map<String, Object> arguments,
    Map<String, Optional<Object>> changes,
    boolean isStale) {
  Operation {
    item = copy(item);
    arguments = copy(arguments);
    changes = copy(changes);
  }

  /** The same without what the entity does not have. */
  Operation of(EntitySpec known) {
    return new Operation(
        method, entity, known(item, known), arguments, known(changes, known), isStale);
  }

  private static <T> Map<String, T> known(Map<String, T> map, EntitySpec entity) {
    Map<String, T> fewer = new LinkedHashMap<>(map);
    fewer.keySet().removeIf(name -> !entity.has(name));
    return fewer;
  }

  private static <T> Map<String, T> copy(Map<String, T> map) {
    return Collections.unmodifiableMap(new LinkedHashMap<>(map));
  }
}
