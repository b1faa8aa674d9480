package dev.keyplan.format;

import dev.keyplan.parser.Lexeme;
import java.util.List;
import java.util.Optional;

/**
 * A lexeme that means something, with the comments that belong to it.
 *
 * @param start where it begins in the file
 * @param line the line it is on, from 1
 * @param above the comments on lines of their own in front of it
 * @param isAfterBlankLine whether a blank line separates it from what is in front, comments
 *     included
 * @param beside the comment behind it on its line
 */
record Token(
    Lexeme.Kind kind,
    String text,
    int start,
    int line,
    List<Comment> above,
    boolean isAfterBlankLine,
    Optional<Comment> beside) {
  Token {
    above = List.copyOf(above);
  }

  /** Whether it is a sign, or a word that stands for one. */
  boolean is(String wanted) {
    return text.equals(wanted);
  }

  /** The comments of this token alone: its text is written elsewhere, or not at all. */
  Token withoutText() {
    return new Token(kind, "", start, line, above, isAfterBlankLine, beside);
  }
}
