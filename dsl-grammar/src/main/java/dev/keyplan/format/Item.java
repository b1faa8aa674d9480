package dev.keyplan.format;

/** What has lines of its own. */
interface Item {
  /** Whether a blank line separates it from what is in front, in the file as it was written. */
  boolean isAfterBlankLine();

  /** Writes its lines, with the comments above it, at an indentation. */
  void print(Page page, int indentation);
}
