package dev.keyplan.model;

import java.util.Optional;

/**
 * What is known of an attribute's values. Nothing is stored or checked by it: it feeds warnings and
 * cost estimates.
 *
 * @param size the bytes of a typical value
 * @param distinct how many different values there are in all items
 */
public record ValueStatistics(Optional<Quantity> size, Optional<Quantity> distinct) {
  /** Nothing is known. */
  public static ValueStatistics none() {
    return new ValueStatistics(Optional.empty(), Optional.empty());
  }
}
