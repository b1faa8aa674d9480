package dev.keyplan.diagnostic;

/**
 * A line of a file as a terminal shows it, and at which cell each of its characters begins: tabs
 * are expanded, wide characters take two cells, combining ones none, and of a very long line only
 * the part around a place is shown.
 */
final class DisplayLine {
  private static final int TAB_WIDTH = 4;
  private static final int LONGEST = 160;
  private static final int CONTEXT = 60;
  private static final String CUT = "…";

  private final StringBuilder text = new StringBuilder();
  private final int from;
  private final int[] cells;
  private int width;

  /**
   * @param line the line as it stands in the file
   * @param focus the UTF-16 index that must be seen
   */
  DisplayLine(String line, int focus) {
    this.from = line.length() <= LONGEST ? 0 : boundary(line, Math.max(0, focus - CONTEXT));
    int to = boundary(line, Math.min(line.length(), from + LONGEST));
    this.cells = new int[to - from + 1];
    if (from > 0) {
      append(CUT, 1);
    }
    int index = from;
    while (index < to) {
      int codePoint = line.codePointAt(index);
      int next = index + Character.charCount(codePoint);
      for (int i = index; i < next; i++) {
        cells[i - from] = width;
      }
      append(codePoint);
      index = next;
    }
    cells[to - from] = width;
    if (to < line.length()) {
      append(CUT, 1);
    }
  }

  /** What is printed. */
  String text() {
    return text.toString();
  }

  /** The cell, from 0, at which the character with a UTF-16 index of the line begins. */
  int cell(int index) {
    return cells[Math.max(0, Math.min(index - from, cells.length - 1))];
  }

  private void append(int codePoint) {
    if (codePoint == '\t') {
      int spaces = TAB_WIDTH - width % TAB_WIDTH;
      append(" ".repeat(spaces), spaces);
      return;
    }
    String printable = PrintableText.of(codePoint);
    boolean isEscaped = printable.length() > Character.charCount(codePoint);
    append(printable, isEscaped ? printable.length() : CharacterWidth.of(codePoint));
  }

  private void append(String printable, int cellCount) {
    text.append(printable);
    width += cellCount;
  }

  /** The index, or the one before it if it would cut a character in two. */
  private static int boundary(String line, int index) {
    boolean isInside =
        index > 0
            && index < line.length()
            && Character.isSurrogatePair(line.charAt(index - 1), line.charAt(index));
    return isInside ? index - 1 : index;
  }
}
