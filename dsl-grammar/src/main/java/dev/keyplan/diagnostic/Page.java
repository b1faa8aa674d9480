package dev.keyplan.diagnostic;

/** The rows of one diagnostic: a gutter with line numbers, and what stands to its right. */
final class Page {
  private final StringBuilder text = new StringBuilder();
  private final Painter painter;
  private final Severity severity;
  private final int numberWidth;

  Page(Painter painter, Severity severity, int lastLine) {
    this.painter = painter;
    this.severity = severity;
    this.numberWidth = Math.max(2, String.valueOf(lastLine).length());
  }

  void row(String content) {
    text.append(content).append('\n');
  }

  /** The place of an excerpt, behind an arrow. */
  void place(String arrow, String place) {
    row(painter.gutter(" ".repeat(numberWidth) + arrow) + " " + place);
  }

  /** A row with nothing but the gutter. */
  void blank() {
    row(painter.gutter(" ".repeat(numberWidth) + " |"));
  }

  /** Stands for lines that are left out. */
  void gap() {
    row(painter.gutter(" ".repeat(numberWidth) + " :"));
  }

  void source(int line, String content) {
    String number = " ".repeat(numberWidth - String.valueOf(line).length()) + line;
    row((painter.gutter(number + " |") + " " + content).stripTrailing());
  }

  /** A row below a line of source. */
  void below(String content) {
    row((painter.gutter(" ".repeat(numberWidth) + " |") + " " + content).stripTrailing());
  }

  /** A remark at the end; its own lines stay aligned. */
  void remark(String kind, String content) {
    String start = " ".repeat(numberWidth) + " = " + kind + ": ";
    String[] lines = content.split("\n", -1);
    row(
        painter.gutter(" ".repeat(numberWidth) + " = ")
            + painter.strong(kind + ":")
            + " "
            + PrintableText.of(lines[0]));
    for (int i = 1; i < lines.length; i++) {
      row(" ".repeat(start.length()) + PrintableText.of(lines[i]));
    }
  }

  /** Text of a label, in the colour of its mark. */
  String marked(boolean isPrimary, String content) {
    return isPrimary ? painter.severity(severity, content) : painter.gutter(content);
  }

  /** A row of carets and dashes. */
  String underlined(String row) {
    return painter.severity(severity, row);
  }

  @Override
  public String toString() {
    return text.toString();
  }
}
