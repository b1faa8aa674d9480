package dev.keyplan.model;

/** What a declaration says about an attribute besides its type. */
public enum Trait {
  /** Part of what identifies an item. */
  ID
}
