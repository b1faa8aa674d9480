package dev.keyplan.source;

import java.util.Arrays;

/**
 * One text that was read, under the name it is reported by. Line ends are normalised to LF and a
 * byte order mark is dropped, so that lines and columns are what an editor shows.
 */
public final class SourceFile {
  private final String path;
  private final String text;
  private final int[] lineStarts;

  /**
   * @param path how messages name the file: relative where possible, with forward slashes
   * @param text the content as read
   */
  public SourceFile(String path, String text) {
    this.path = path;
    this.text = normalised(text);
    this.lineStarts = lineStarts(this.text);
  }

  /** How messages name this file. */
  public String path() {
    return path;
  }

  /** The normalised content; all offsets are UTF-16 indexes into it. */
  public String text() {
    return text;
  }

  /** The line of an offset, from 1. */
  public int line(int offset) {
    int found = Arrays.binarySearch(lineStarts, offset);
    return found >= 0 ? found + 1 : -found - 1;
  }

  /** The text of a line, from 1, without its end. */
  public String lineText(int line) {
    int start = lineStarts[line - 1];
    int end = line < lineStarts.length ? lineStarts[line] - 1 : text.length();
    return text.substring(start, end);
  }

  /** The offset at which a line, from 1, begins. */
  public int lineStart(int line) {
    return lineStarts[line - 1];
  }

  /** The line and column of an offset. */
  public Position position(int offset) {
    int line = line(offset);
    return new Position(line, text.codePointCount(lineStarts[line - 1], offset) + 1);
  }

  /** The part of this file from {@code start} to before {@code end}. */
  public Span span(int start, int end) {
    return new Span(this, start, end);
  }

  @Override
  public String toString() {
    return path;
  }

  private static String normalised(String text) {
    String content = text.startsWith("\uFEFF") ? text.substring(1) : text;
    return content.replace("\r\n", "\n").replace('\r', '\n');
  }

  private static int[] lineStarts(String text) {
    int[] starts = new int[16];
    int count = 1;
    for (int i = text.indexOf('\n'); i >= 0; i = text.indexOf('\n', i + 1)) {
      if (count == starts.length) {
        starts = Arrays.copyOf(starts, count * 2);
      }
      starts[count++] = i + 1;
    }
    return Arrays.copyOf(starts, count);
  }
}
