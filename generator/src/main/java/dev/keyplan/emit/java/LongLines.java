package dev.keyplan.emit.java;

import java.util.ArrayList;
import java.util.List;

/**
 * Breaks lines of code that are too long, as google-java-format does: at what binds least, and all
 * of it alike. Only white space changes. A literal is not broken, however long it is.
 */
final class LongLines {
  private static final int WIDTH = 100;
  private static final String INDENT = "    ";

  private final List<String> lines = new ArrayList<>();

  private LongLines() {}

  static List<String> broken(String line) {
    String code = line.strip();
    if (line.length() <= WIDTH || isComment(code) || code.startsWith("import ")) {
      return List.of(line);
    }
    LongLines broken = new LongLines();
    broken.add(line.substring(0, line.length() - line.stripLeading().length()), code);
    return List.copyOf(broken.lines);
  }

  private static boolean isComment(String code) {
    return code.startsWith("//") || code.startsWith("/*") || code.startsWith("*");
  }

  private void add(String indent, String text) {
    if (indent.length() + text.length() <= WIDTH) {
      lines.add(indent + text);
      return;
    }
    CodeText code = new CodeText(text);
    List<String> pieces = code.split();
    if (pieces.size() > 1) {
      add(indent, pieces.get(0));
      boolean isList = code.isList();
      pieces.stream().skip(1).forEach(piece -> add(isList ? indent : indent + INDENT, piece));
      return;
    }
    code.arguments()
        .ifPresentOrElse(
            call -> {
              lines.add(indent + call.head());
              addArguments(indent + INDENT, call);
            },
            () -> lines.add(indent + text));
  }

  /** On one line if there is room, else each on a line of its own. */
  private void addArguments(String indent, CodeText.Call call) {
    String all = String.join(" ", call.arguments()) + call.tail();
    if (indent.length() + all.length() <= WIDTH) {
      lines.add(indent + all);
      return;
    }
    int last = call.arguments().size() - 1;
    for (int i = 0; i <= last; i++) {
      add(indent, call.arguments().get(i) + (i == last ? call.tail() : ""));
    }
  }
}
