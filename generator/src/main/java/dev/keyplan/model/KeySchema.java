package dev.keyplan.model;

import java.util.ArrayList;
import java.util.List;

/**
 * The key of a table or index.
 *
 * @param partition one attribute; up to four on a global index
 * @param sort none or one attribute; up to four on a global index
 */
public record KeySchema(List<KeyAttribute> partition, List<KeyAttribute> sort) {
  public KeySchema {
    partition = List.copyOf(partition);
    sort = List.copyOf(sort);
  }

  /** All attributes, partition first. */
  public List<KeyAttribute> attributes() {
    List<KeyAttribute> attributes = new ArrayList<>(partition);
    attributes.addAll(sort);
    return attributes;
  }

  /** Whether an attribute of this physical name is part of the key. */
  public boolean contains(String attributeName) {
    return contains(partition, attributeName) || contains(sort, attributeName);
  }

  private static boolean contains(List<KeyAttribute> attributes, String name) {
    for (KeyAttribute attribute : attributes) {
      if (attribute.name().equals(name)) {
        return true;
      }
    }
    return false;
  }
}
