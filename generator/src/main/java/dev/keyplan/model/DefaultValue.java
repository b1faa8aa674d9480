package dev.keyplan.model;

/** What an attribute gets on create when no value is given. */
public sealed interface DefaultValue
    permits DefaultValue.Now, DefaultValue.Random, DefaultValue.Constant {
  /** The time of the call, by the table's clock. */
  record Now() implements DefaultValue {}

  /** A new random identifier. */
  record Random() implements DefaultValue {}

  /** A constant. */
  record Constant(Value value) implements DefaultValue {}
}
