package dev.keyplan.emit.java;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/**
 * Makes JavaPoet's layout that of a person: short comments on one line, fields without gaps, empty
 * bodies closed at once, long lines broken. Works on lines; no line of a string or a comment looks
 * like those it changes.
 */
final class SourceLayout {
  private static final int WIDTH = 100;

  private SourceLayout() {}

  static String apply(String source) {
    List<String> lines = new ArrayList<>();
    for (String line : source.split("\n", -1)) {
      String stripped = line.stripTrailing();
      if (closesShortComment(lines, stripped)) {
        String text = removeLast(lines).strip().substring(1);
        lines.add(removeLast(lines) + text + " */");
      } else if (stripped.strip().equals("}") && endsWith(lines, "{") && isType(lines)) {
        lines.add(removeLast(lines) + "}");
      } else if (followsField(lines, stripped) || followsConstant(lines, stripped)) {
        removeLast(lines);
        lines.add(stripped);
      } else {
        lines.add(stripped);
      }
    }
    return lines.stream()
        .flatMap(line -> LongLines.broken(line).stream())
        .collect(Collectors.joining("\n"));
  }

  private static boolean closesShortComment(List<String> lines, String line) {
    int size = lines.size();
    return line.strip().equals("*/")
        && size >= 2
        && lines.get(size - 2).strip().equals("/**")
        && lines.get(size - 1).length() + 5 <= WIDTH;
  }

  private static boolean isType(List<String> lines) {
    String last = lines.get(lines.size() - 1);
    return last.contains("record ")
        || last.strip().matches("(private |default void )?\\w+\\(.*\\) \\{");
  }

  private static boolean followsField(List<String> lines, String line) {
    int size = lines.size();
    return isField(line) && endsWith(lines, "") && size >= 2 && isField(lines.get(size - 2));
  }

  private static boolean followsConstant(List<String> lines, String line) {
    int size = lines.size();
    return size >= 2
        && endsWith(lines, "")
        && lines.get(size - 2).matches("  \\w+\\(\".*\"\\),")
        && line.matches("  \\w+\\(\".*\"\\)[,;]");
  }

  private static boolean isField(String line) {
    return line.matches(" +private (final |transient )*[\\w.<>, @]+( = .*)?;");
  }

  private static boolean endsWith(List<String> lines, String end) {
    if (lines.isEmpty()) {
      return false;
    }
    String last = lines.get(lines.size() - 1);
    return end.isEmpty() ? last.isEmpty() : last.endsWith(end);
  }

  private static String removeLast(List<String> lines) {
    return lines.remove(lines.size() - 1);
  }
}
