package dev.keyplan.model;

import dev.keyplan.source.Span;
import java.util.ArrayList;
import java.util.List;

/**
 * How an entity fills the key of its table or of an index, attribute by attribute in the order of
 * the {@link KeySchema}.
 */
public record EntityKey(List<Part> partition, List<Part> sort) {
  public EntityKey {
    partition = List.copyOf(partition);
    sort = List.copyOf(sort);
  }

  /**
   * One key attribute with its filling.
   *
   * @param span of the filling, or of the declaration that implies it
   */
  public record Part(KeyAttribute key, Filling filling, Span span) {
    /** Whether the value is an attribute that the item stores under the key's own name anyway. */
    public boolean isStored() {
      return filling instanceof Filling.FromAttribute from
          && from.attribute().storedName().equals(key.name());
    }
  }

  /** All parts, partition first. */
  public List<Part> parts() {
    List<Part> parts = new ArrayList<>(partition);
    parts.addAll(sort);
    return parts;
  }

  /** The attributes that the key is made of, each once, in order. */
  public List<Attribute> attributes() {
    return parts().stream()
        .flatMap(part -> part.filling().attributes().stream())
        .distinct()
        .toList();
  }

  /** Those of them whose values can be read from the key, each once, in order. */
  public List<Attribute> held() {
    return parts().stream().flatMap(part -> part.filling().held().stream()).distinct().toList();
  }
}
