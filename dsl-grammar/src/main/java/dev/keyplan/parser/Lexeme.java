package dev.keyplan.parser;

import dev.keyplan.source.Span;

/**
 * A word of a file in the widest sense: what stands between two white spaces, or could.
 *
 * @param text as written; in a quoted text, without the spaces in its holes, which mean nothing
 */
public record Lexeme(Kind kind, String text, Span span) {

  /** What lexemes there are. */
  public enum Kind {
    WORD,
    NUMBER,
    /** A whole quoted text, with its quotes and its holes. */
    TEXT,
    SIGN,
    /** From {@code //} to the end of the line. */
    COMMENT,
    /** From {@code ///} to the end of the line. */
    DOCUMENTATION
  }

  /** Whether it is a comment or documentation, which the tree does not show. */
  public boolean isComment() {
    return kind == Kind.COMMENT || kind == Kind.DOCUMENTATION;
  }
}
