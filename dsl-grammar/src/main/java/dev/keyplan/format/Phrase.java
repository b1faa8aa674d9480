package dev.keyplan.format;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A run of tokens that always stays on one line. Comments that stood inside move above it.
 *
 * @param above the comments on lines of their own in front of it
 * @param isTextAfterBlankLine whether a blank line stands between those comments and the text
 * @param beside the comment behind it on its line
 */
record Phrase(
    List<Comment> above, boolean isTextAfterBlankLine, String text, Optional<Comment> beside)
    implements Item {
  Phrase {
    above = List.copyOf(above);
  }

  /**
   * @param tokens at least one
   */
  static Phrase of(List<Token> tokens, Style style) {
    Token first = tokens.get(0);
    Token last = tokens.get(tokens.size() - 1);
    List<Comment> inside = new ArrayList<>();
    for (int i = 1; i < tokens.size(); i++) {
      tokens.get(i - 1).beside().ifPresent(inside::add);
      tokens.get(i).above().forEach(comment -> inside.add(comment.withBlankLine(false)));
    }
    Phrase phrase =
        new Phrase(
            first.above(), first.isAfterBlankLine(), Spacing.join(tokens, style), last.beside());
    return inside.isEmpty() ? phrase : phrase.withAbove(inside);
  }

  Phrase withText(String changed) {
    return new Phrase(above, isTextAfterBlankLine, changed, beside);
  }

  int width() {
    return Page.width(text);
  }

  @Override
  public boolean isAfterBlankLine() {
    return above.isEmpty() ? isTextAfterBlankLine : above.get(0).isAfterBlankLine();
  }

  @Override
  public void print(Page page, int indentation) {
    printAbove(page, indentation);
    page.line(indentation, text, beside);
  }

  /** Writes the comments above, and the blank lines between them and below. */
  void printAbove(Page page, int indentation) {
    for (int i = 0; i < above.size(); i++) {
      if (i > 0 && above.get(i).isAfterBlankLine()) {
        page.blankLine();
      }
      page.line(indentation, above.get(i).text(), Optional.empty());
    }
    if (!above.isEmpty() && isTextAfterBlankLine) {
      page.blankLine();
    }
  }

  /** With more comments above, but not between documentation and what it documents. */
  private Phrase withAbove(List<Comment> more) {
    int index = 0;
    while (index < above.size() && !above.get(index).isDocumentation()) {
      index++;
    }
    // A blank line in front of what they push down is in front of them now.
    boolean isText = index == above.size();
    boolean isAfterBlankLine = isText ? isTextAfterBlankLine : above.get(index).isAfterBlankLine();
    List<Comment> all = new ArrayList<>(above);
    if (!isText) {
      all.set(index, above.get(index).withBlankLine(false));
    }
    all.addAll(index, more);
    all.set(index, more.get(0).withBlankLine(isAfterBlankLine));
    return new Phrase(all, isTextAfterBlankLine && !isText, text, beside);
  }
}
