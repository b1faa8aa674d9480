package dev.keyplan.explain;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** Explanations as people read them. */
public final class ExplanationText {
  private static final String MARGIN = "  ";
  private static final int COLUMN = 13;

  private ExplanationText() {}

  /** One paragraph for each pattern. */
  public static String of(List<Explanation> explanations) {
    return explanations.stream().map(ExplanationText::of).collect(Collectors.joining("\n"));
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
