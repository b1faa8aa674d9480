// Copied by Keyplan. Do not edit.
package com.cruddur.support;

import java.util.List;

/**
 * A write would give an item a value that the model declares as unique, and another item has it.
 * Nothing was written. The message holds no values.
 */
public final class UniqueValueTakenException extends RuntimeException {
  private static final long serialVersionUID = 1;
  private final List<String> attributes;

  /** For generated code. */
  public UniqueValueTakenException(String pattern, List<String> attributes, Throwable cause) {
    super(pattern + " found another item with the same " + String.join(" and ", attributes), cause);
    this.attributes = List.copyOf(attributes);
  }

  /** The attributes whose values are taken, as the model calls them. */
  public List<String> attributes() {
    return attributes;
  }
}
