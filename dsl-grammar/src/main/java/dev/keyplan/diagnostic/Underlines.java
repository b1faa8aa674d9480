package dev.keyplan.diagnostic;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * The rows below a line: carets and dashes, then the texts. The text of the mark that ends last
 * stands beside it; the others hang below their marks, the rightmost first:
 *
 * <pre>
 * ----- ^^^^^ the last
 * |
 * the first
 * </pre>
 */
final class Underlines {
  private final DisplayLine line;
  private final List<Mark> marks;
  private final Page page;

  Underlines(DisplayLine line, List<Mark> marks, Page page) {
    this.line = line;
    this.marks =
        marks.stream()
            .sorted(Comparator.comparingInt(Mark::end).thenComparing(Mark::isPrimary))
            .toList();
    this.page = page;
  }

  List<String> rows() {
    List<String> rows = new ArrayList<>();
    Mark last = marks.get(marks.size() - 1);
    rows.add((underlines() + " " + text(last)).stripTrailing());
    List<Mark> hanging =
        new ArrayList<>(
            marks.stream()
                .limit(marks.size() - 1)
                .filter(mark -> !mark.text().isEmpty())
                .sorted(Comparator.comparingInt(Mark::start))
                .toList());
    if (!hanging.isEmpty()) {
      rows.add(threads(hanging));
    }
    while (!hanging.isEmpty()) {
      Mark rightmost = hanging.remove(hanging.size() - 1);
      String before = threads(hanging);
      int cell = line.cell(rightmost.start());
      String start = before.length() > cell ? before.substring(0, cell) : before;
      rows.add(start + " ".repeat(cell - start.length()) + text(rightmost));
    }
    return rows;
  }

  private String text(Mark mark) {
    return page.marked(mark.isPrimary(), PrintableText.of(mark.text()));
  }

  private String underlines() {
    StringBuilder row = new StringBuilder();
    for (boolean isPrimary : new boolean[] {false, true}) {
      for (Mark mark : marks) {
        if (mark.isPrimary() == isPrimary) {
          draw(row, line.cell(mark.start()), line.cell(mark.end()), isPrimary ? '^' : '-');
        }
      }
    }
    return page.underlined(row.toString());
  }

  private String threads(List<Mark> hanging) {
    StringBuilder row = new StringBuilder();
    for (Mark mark : hanging) {
      int cell = line.cell(mark.start());
      draw(row, cell, cell + 1, '|');
    }
    return row.toString();
  }

  /** At least one cell, so that a place between characters shows too. */
  private static void draw(StringBuilder row, int from, int to, char sign) {
    int end = Math.max(to, from + 1);
    while (row.length() < end) {
      row.append(' ');
    }
    for (int i = from; i < end; i++) {
      row.setCharAt(i, sign);
    }
  }
}
