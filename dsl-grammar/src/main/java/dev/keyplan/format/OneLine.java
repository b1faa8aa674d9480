package dev.keyplan.format;

/**
 * A declaration on one line.
 *
 * @param phrase the comments above and beside it
 * @param head in front of the brace
 * @param body the braces and what is in them
 * @param hasColumn whether its brace stands below those of its neighbours
 */
record OneLine(Phrase phrase, String head, String body, boolean hasColumn) implements Item {
  int width() {
    return Page.width(head) + 1 + Page.width(body);
  }

  int headWidth() {
    return Page.width(head);
  }

  /** The same with its brace in a column. */
  OneLine aligned(int column) {
    return new OneLine(phrase, Page.padded(head, column), body, hasColumn);
  }

  @Override
  public boolean isAfterBlankLine() {
    return phrase.isAfterBlankLine();
  }

  @Override
  public void print(Page page, int indentation) {
    phrase.withText(head + " " + body).print(page, indentation);
  }
}
