package dev.keyplan.model;

import java.util.List;

/** What an index holds besides its own and the table's keys. */
public sealed interface Projection
    permits Projection.All, Projection.KeysOnly, Projection.Include, Projection.Selected {
  /** The attributes that are projected by name: physical names, in order. */
  default List<String> attributes() {
    return List.of();
  }

  /** DynamoDB's word. */
  Type type();

  /** The types of projection that DynamoDB has. */
  enum Type {
    ALL,
    KEYS_ONLY,
    INCLUDE
  }

  /** Every attribute. */
  record All() implements Projection {
    @Override
    public Type type() {
      return Type.ALL;
    }
  }

  /** Nothing. */
  record KeysOnly() implements Projection {
    @Override
    public Type type() {
      return Type.KEYS_ONLY;
    }
  }

  /**
   * The attributes named.
   *
   * @param attributes in the order of the model
   */
  record Include(List<String> attributes) implements Projection {
    public Include {
      attributes = List.copyOf(attributes);
    }

    @Override
    public Type type() {
      return Type.INCLUDE;
    }
  }

  /**
   * What the reads select and filter that the index serves.
   *
   * @param attributes sorted; none if keys are enough, and none before the reads are planned
   */
  record Selected(List<String> attributes) implements Projection {
    public Selected {
      attributes = List.copyOf(attributes);
    }

    @Override
    public Type type() {
      return attributes.isEmpty() ? Type.KEYS_ONLY : Type.INCLUDE;
    }
  }
}
