package dev.keyplan.resolve;

import dev.keyplan.source.Span;
import dev.keyplan.syntax.TextLiteral;

/** Places inside of quoted texts. */
final class TextSpans {
  private TextSpans() {}

  /**
   * Where a character of a text is written; the end of the text, if it has no such character.
   *
   * @param index in the text without its escapes
   */
  static Span character(TextLiteral literal, int index) {
    Span span = literal.span();
    String written = span.file().text();
    int at = span.start() + 1;
    for (int i = 0; i < index && at < span.end() - 1; i++) {
      at += written.charAt(at) == '\\' ? 2 : 1;
    }
    int end = Math.min(span.end(), at + (written.charAt(at) == '\\' ? 2 : 1));
    return new Span(span.file(), at, end);
  }
}
