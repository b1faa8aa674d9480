package dev.keyplan.model;

/** What a declaration says about an attribute besides its type. */
public enum Trait {
  /** Part of what identifies an item. */
  ID,
  /** Counts the writes of an item: each demands the version as read, and writes the next one. */
  VERSION,
  /** The time of the last write. */
  TOUCH,
  /** Its value is shown by no text that generated code makes for people. */
  SENSITIVE
}
