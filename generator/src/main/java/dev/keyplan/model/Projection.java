package dev.keyplan.model;

import java.util.List;

/** What an index holds besides its own and the table's keys. */
public sealed interface Projection permits Projection.All, Projection.KeysOnly, Projection.Include {
  /** Every attribute. */
  record All() implements Projection {}

  /** Nothing. */
  record KeysOnly() implements Projection {}

  /**
   * The attributes named.
   *
   * @param attributes physical names, in the order of the model
   */
  record Include(List<String> attributes) implements Projection {
    public Include {
      attributes = List.copyOf(attributes);
    }
  }
}
