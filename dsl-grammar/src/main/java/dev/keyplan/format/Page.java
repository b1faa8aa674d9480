package dev.keyplan.format;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The text that is written: lines, with the comments beside neighbouring ones in a column. */
final class Page {
  /** Lines are not broken up to here. */
  static final int WIDTH = 100;

  /** How far the inside of braces is indented. */
  static final int STEP = 2;

  private static final String GAP = "  ";

  private final List<Line> lines = new ArrayList<>();

  private record Line(int indentation, String text, Optional<Comment> beside) {
    boolean isBlank() {
      return text.isEmpty();
    }
  }

  /** How many columns a text takes: one for each code point. */
  static int width(String text) {
    return text.codePointCount(0, text.length());
  }

  /** A text filled up with spaces. */
  static String padded(String text, int width) {
    return text + " ".repeat(Math.max(0, width - width(text)));
  }

  void line(int indentation, String text, Optional<Comment> beside) {
    lines.add(new Line(indentation, " ".repeat(indentation) + text, beside));
  }

  /** A blank line, unless the page begins here or there is one already. */
  void blankLine() {
    if (!lines.isEmpty() && !lines.get(lines.size() - 1).isBlank()) {
      lines.add(new Line(0, "", Optional.empty()));
    }
  }

  String text() {
    StringBuilder text = new StringBuilder();
    int next = 0;
    while (next < lines.size()) {
      int end = endOfColumn(next);
      List<Line> column = lines.subList(next, end);
      int width =
          column.stream()
              .filter(line -> line.beside().isPresent())
              .mapToInt(line -> width(line.text()))
              .max()
              .orElse(0);
      for (Line line : column) {
        text.append(line.beside().isPresent() ? padded(line.text(), width) + GAP : line.text());
        line.beside().ifPresent(comment -> text.append(comment.text()));
        text.append('\n');
      }
      next = end;
    }
    return text.toString();
  }

  /** The lines from one on that follow each other at the same indentation. */
  private int endOfColumn(int first) {
    int end = first + 1;
    while (end < lines.size()
        && !lines.get(end).isBlank()
        && lines.get(end).indentation() == lines.get(first).indentation()) {
      end++;
    }
    return end;
  }
}
