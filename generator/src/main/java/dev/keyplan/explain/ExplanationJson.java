package dev.keyplan.explain;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.keyplan.emit.json.JsonText;

/** Explanations as tools read them: an object for each pattern, and for each table and index. */
public final class ExplanationJson {
  private ExplanationJson() {}

  public static String of(Report report) {
    ObjectNode document = JsonNodeFactory.instance.objectNode();
    ArrayNode patterns = document.putArray("patterns");
    for (Explanation explanation : report.patterns()) {
      ObjectNode pattern = patterns.addObject();
      pattern.put("pattern", explanation.pattern());
      explanation.documentation().ifPresent(text -> pattern.put("documentation", text));
      explanation.facts().forEach((name, text) -> pattern.put(memberName(name), text));
      ArrayNode others = pattern.putArray("notUsed");
      explanation.otherPaths().forEach(others::add);
    }
    ArrayNode tables = document.putArray("tables");
    for (TableExplanation explanation : report.tables()) {
      ObjectNode table = tables.addObject();
      table.put("path", explanation.path());
      explanation.facts().forEach((name, text) -> table.put(memberName(name), text));
    }
    document.put("prices", report.prices());
    return JsonText.of(document);
  }

  /** {@code readUnits} for {@code read units}. */
  private static String memberName(String name) {
    int space = name.indexOf(' ');
    return space < 0
        ? name
        : name.substring(0, space)
            + Character.toUpperCase(name.charAt(space + 1))
            + name.substring(space + 2);
  }
}
