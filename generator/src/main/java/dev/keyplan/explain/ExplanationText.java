package dev.keyplan.explain;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** Explanations as people read them. */
public final class ExplanationText {
  private static final String MARGIN = "  ";
  private static final int COLUMN = 13;

  private ExplanationText() {}

  /**
   * One paragraph for each pattern, then one for each table and index that numbers are known of.
   */
  public static String of(Report report) {
    List<String> paragraphs = new ArrayList<>();
    report.patterns().forEach(pattern -> paragraphs.add(of(pattern)));
    report.tables().forEach(table -> paragraphs.add(of(table)));
    if (!report.tables().isEmpty()) {
      paragraphs.add("Prices: " + report.prices() + "\n");
    }
    return String.join("\n", paragraphs);
  }

  private static String of(TableExplanation table) {
    StringBuilder lines = new StringBuilder(table.path()).append('\n');
    table
        .facts()
        .forEach(
            (name, text) -> lines.append(MARGIN).append(padded(name)).append(text).append('\n'));
    return lines.toString();
  }

  private static String of(Explanation explanation) {
    List<String> lines = new ArrayList<>();
    lines.add(explanation.pattern());
    explanation.documentation().ifPresent(text -> text.lines().forEach(l -> lines.add(MARGIN + l)));
    explanation.facts().forEach((name, text) -> lines.add(MARGIN + padded(name) + text));
    String label = "not used";
    for (String path : explanation.otherPaths()) {
      lines.add(MARGIN + padded(label) + path);
      label = "";
    }
    return lines.stream().map(line -> line.stripTrailing() + "\n").collect(Collectors.joining());
  }

  private static String padded(String name) {
    return name + " ".repeat(COLUMN - name.length());
  }
}
