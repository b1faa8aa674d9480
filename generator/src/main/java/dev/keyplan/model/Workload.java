package dev.keyplan.model;

import java.util.Optional;

/**
 * What is known of the calls of a pattern. Nothing is checked by it when it is called.
 *
 * @param expected the items that one call of a read gives on average, over all its pages
 */
public record Workload(Optional<Rate> rate, Optional<Quantity> expected) {
  /** Nothing is known. */
  public static Workload none() {
    return new Workload(Optional.empty(), Optional.empty());
  }
}
