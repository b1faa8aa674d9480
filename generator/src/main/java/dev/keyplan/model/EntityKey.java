package dev.keyplan.model;

import dev.keyplan.source.Span;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * How an entity fills the key of its table or of an index, attribute by attribute in the order of
 * the {@link KeySchema}.
 *
 * @param attributes those that the key is made of, each once, in order: what the parts say, worked
 *     out once, since every phase asks for it
 */
public record EntityKey(List<Part> partition, List<Part> sort, List<Attribute> attributes) {
  public EntityKey {
    partition = List.copyOf(partition);
    sort = List.copyOf(sort);
    attributes = List.copyOf(attributes);
  }

  /** A key of these parts. */
  public EntityKey(List<Part> partition, List<Part> sort) {
    this(partition, sort, attributes(partition, sort));
  }

  private static List<Attribute> attributes(List<Part> partition, List<Part> sort) {
    Set<Attribute> attributes = new LinkedHashSet<>();
    partition.forEach(part -> attributes.addAll(part.filling().attributes()));
    sort.forEach(part -> attributes.addAll(part.filling().attributes()));
    return List.copyOf(attributes);
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

  /** Those of them whose values can be read from the key, each once, in order. */
  public List<Attribute> held() {
    return parts().stream().flatMap(part -> part.filling().held().stream()).distinct().toList();
  }
}
