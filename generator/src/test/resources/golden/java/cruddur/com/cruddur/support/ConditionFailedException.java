// Copied by Keyplan. Do not edit.
package com.cruddur.support;

import java.util.Optional;

/**
 * A write found the item not as it demands, and wrote nothing. Each entity has a subclass of its
 * own. The message names what was demanded and holds no values.
 */
public abstract class ConditionFailedException extends RuntimeException {
  private static final long serialVersionUID = 1;

  /** For generated subclasses. */
  protected ConditionFailedException(
      String pattern, String demand, boolean isFound, Throwable cause) {
    super(
        pattern + " demands that " + demand + (isFound ? "; it found an item" : "; it found none"),
        cause);
  }

  /** The item as it was found, or empty if there was none. */
  public abstract Optional<?> found();
}
