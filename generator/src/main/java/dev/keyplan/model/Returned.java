package dev.keyplan.model;

/** What a write returns of the item. */
public enum Returned {
  /** Nothing. */
  NONE,
  /** The item as it was before. */
  OLD,
  /** The item as it is then. */
  NEW
}
