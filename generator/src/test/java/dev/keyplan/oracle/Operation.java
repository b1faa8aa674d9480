package dev.keyplan.oracle;

import dev.keyplan.oracle.ModelSpec.EntitySpec;
import dev.keyplan.oracle.PatternSpec.Change;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * One call of a repository.
 *
 * @param method that of a pattern or a built-in one
 * @param item a whole item; calls that take a key take its key
 * @param arguments by the names of parameters
 * @param changes what the built-in update sets, and removes
 * @param relative what it changes without knowing it
 * @param items of a batch, or of the members of a transaction
 * @param isStale whether an item that is given as it was read is not what is stored
 */
record Operation(
    String method,
    String entity,
    Map<String, Object> item,
    Map<String, Object> arguments,
    Map<String, Optional<Object>> changes,
    List<Change> relative,
    List<Map<String, Object>> items,
    boolean isStale) {
  Operation {
    item = copy(item);
    arguments = copy(arguments);
    changes = copy(changes);
    relative = List.copyOf(relative);
    items = items.stream().map(Operation::copy).toList();
  }

  /** The same without what the entity does not have. */
  Operation of(EntitySpec known) {
    return new Operation(
        method,
        entity,
        known(item, known),
        arguments,
        known(changes, known),
        relative.stream().filter(change -> known.has(change.attribute())).toList(),
        items,
        isStale);
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
