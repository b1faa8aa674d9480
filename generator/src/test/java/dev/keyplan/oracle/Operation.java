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
 * @param members the writes of a transaction that no pattern states
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
    List<Operation> members,
    boolean isStale) {
  Operation {
    item = copy(item);
    arguments = copy(arguments);
    changes = copy(changes);
    relative = List.copyOf(relative);
    items = items.stream().map(Operation::copy).toList();
    members = List.copyOf(members);
  }

  /** Writes of one transaction. */
  static Operation of(List<Operation> members) {
    return new Operation(
        "transaction",
        members.get(0).entity(),
        Map.of(),
        Map.of(),
        Map.of(),
        List.of(),
        List.of(),
        members,
        false);
  }

  /** Another one of the same item. */
  Operation called(String other) {
    return new Operation(
        other, entity, item, Map.of(), Map.of(), List.of(), List.of(), List.of(), false);
  }

  /** The same without what the model does not have. */
  Operation in(ModelSpec model) {
    EntitySpec known = model.entity(entity);
    return new Operation(
        method,
        entity,
        known(item, known),
        arguments,
        known(changes, known),
        relative.stream().filter(c -> known.has(Paths.attribute(c.attribute()))).toList(),
        items,
        members.stream().filter(m -> model.hasEntity(m.entity())).map(m -> m.in(model)).toList(),
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

  @Override
  public String toString() {
    return members.isEmpty()
        ? "%s.%s item=%s%s%s%s%s%s"
            .formatted(
                entity,
                method,
                item,
                text("arguments", arguments, arguments.isEmpty()),
                text("changes", changes, changes.isEmpty()),
                text("others", relative, relative.isEmpty()),
                text("items", items, items.isEmpty()),
                isStale ? " stale" : "")
        : "transaction " + members;
  }

  private static String text(String name, Object value, boolean isEmpty) {
    return isEmpty ? "" : " " + name + "=" + value;
  }
}
