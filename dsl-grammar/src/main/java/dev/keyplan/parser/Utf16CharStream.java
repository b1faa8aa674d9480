package dev.keyplan.parser;

import dev.keyplan.source.SourceFile;
import org.antlr.v4.runtime.CharStream;
import org.antlr.v4.runtime.misc.Interval;

/**
 * The text of a file as the lexer reads it: whole code points, but counted in UTF-16. The streams
 * that come with ANTLR count code points, so that every offset behind an emoji would have to be
 * converted. Surrogates without a partner are passed on as they are.
 */
final class Utf16CharStream implements CharStream {
  private final String name;
  private final String text;
  private int index;

  /**
   * Reads the file as if it ended with a line end, so that a text left open there is not special.
   */
  Utf16CharStream(SourceFile file) {
    this.name = file.path();
    this.text = file.text() + "\n";
  }

  @Override
  public void consume() {
    if (index == text.length()) {
      throw new IllegalStateException("cannot consume EOF");
    }
    index += Character.charCount(text.codePointAt(index));
  }

  @Override
  public int LA(int distance) {
    if (distance == 1) {
      return index < text.length() ? text.codePointAt(index) : EOF;
    }
    return distance == 0 ? 0 : atDistance(distance);
  }

  private int atDistance(int distance) {
    int codePoints = distance > 0 ? distance - 1 : distance;
    boolean isInside =
        codePoints >= 0
            ? codePoints == 0 || codePoints <= text.codePointCount(index, text.length())
            : -codePoints <= text.codePointCount(0, index);
    if (!isInside) {
      return EOF;
    }
    int wanted = codePoints == 0 ? index : text.offsetByCodePoints(index, codePoints);
    return wanted < text.length() ? text.codePointAt(wanted) : EOF;
  }

  @Override
  public String getText(Interval interval) {
    int end = Math.min(interval.b + 1, text.length());
    return interval.a < end ? text.substring(interval.a, end) : "";
  }

  @Override
  public int mark() {
    return -1;
  }

  @Override
  public void release(int marker) {
    // Everything stays in memory: there is nothing to release.
  }

  @Override
  public int index() {
    return index;
  }

  @Override
  public void seek(int wanted) {
    index = Math.min(wanted, text.length());
  }

  @Override
  public int size() {
    return text.length();
  }

  @Override
  public String getSourceName() {
    return name;
  }
}
