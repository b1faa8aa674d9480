package dev.keyplan.model;

import dev.keyplan.source.Span;
import java.util.HashMap;
import java.util.Map;

/**
 * What a read of several entities says besides its entities.
 *
 * @param name of the type that each result is of
 * @param isEverything whether it takes whatever its key condition finds
 * @param meanings what the names in it stand for, by the entity's name and the name as written
 * @param span of the name, or of the pattern's, from which it is made
 */
public record ItemCollection(
    String name,
    boolean isEverything,
    Map<DefinitionName, Map<String, Attribute>> meanings,
    Span span) {
  public ItemCollection {
    Map<DefinitionName, Map<String, Attribute>> copy = new HashMap<>();
    meanings.forEach((entity, byName) -> copy.put(entity, Map.copyOf(byName)));
    meanings = Map.copyOf(copy);
  }

  /** Whether all names stand for attributes of the entity. */
  public boolean isKnownIn(Entity entity) {
    return meanings.containsKey(entity.name());
  }

  /** What an attribute, as the pattern names it, is in an entity. */
  public Attribute in(Entity entity, Attribute named) {
    return meanings.get(entity.name()).get(named.name());
  }
}
