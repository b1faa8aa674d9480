package dev.keyplan.data;

/**
 * Turns the YAML parser's offsets, which count code points, into those of Java strings. Quick where
 * offsets are near the one asked for before.
 */
final class CodePoints {
  private final String text;
  private int lastCodePoint;
  private int lastOffset;

  CodePoints(String text) {
    this.text = text;
  }

  /** The UTF-16 offset of a code point; the end of the text if there are fewer. */
  int offset(long codePoint) {
    int left = (int) Math.max(0, codePoint) - lastCodePoint;
    for (; left > 0 && lastOffset < text.length(); left--) {
      lastOffset += Character.charCount(text.codePointAt(lastOffset));
      lastCodePoint++;
    }
    for (; left < 0 && lastOffset > 0; left++) {
      lastOffset -= Character.charCount(text.codePointBefore(lastOffset));
      lastCodePoint--;
    }
    return lastOffset;
  }
}
