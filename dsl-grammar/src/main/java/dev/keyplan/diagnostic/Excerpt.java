package dev.keyplan.diagnostic;

import dev.keyplan.source.SourceFile;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;

/** The lines of one file that a diagnostic points at, with what is marked in them. */
final class Excerpt {
  private final SourceFile file;
  private final Label head;
  private final TreeMap<Integer, List<Mark>> marks = new TreeMap<>();

  /**
   * @param head the label whose place stands above the lines
   */
  Excerpt(Label head) {
    this.file = head.span().file();
    this.head = head;
  }

  void add(Label label, boolean isPrimary) {
    for (Mark mark : Mark.of(label, isPrimary)) {
      marks.computeIfAbsent(mark.line(), line -> new ArrayList<>()).add(mark);
    }
  }

  int lastLine() {
    return marks.lastKey();
  }

  /** Path, line and column of the head. */
  String place() {
    return PrintableText.of(head.span().toString());
  }

  /** The lines with their marks below them. */
  void render(Page page) {
    int previous = 0;
    for (int line : marks.keySet()) {
      if (previous > 0 && line > previous + 1) {
        page.gap();
      }
      List<Mark> onLine = marks.get(line);
      DisplayLine display = new DisplayLine(file.lineText(line), focus(onLine));
      page.source(line, display.text());
      for (String row : new Underlines(display, onLine, page).rows()) {
        page.below(row);
      }
      previous = line;
    }
  }

  private static int focus(List<Mark> onLine) {
    return onLine.stream().filter(Mark::isPrimary).findFirst().orElse(onLine.get(0)).start();
  }
}
