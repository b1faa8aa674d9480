package dev.keyplan.explain;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.keyplan.emit.json.JsonText;
import java.util.List;

/** Explanations as tools read them: an array with an object for each pattern. */
public final class ExplanationJson {
  private ExplanationJson() {}

  public static String of(List<Explanation> explanations) {
    ArrayNode patterns = JsonNodeFactory.instance.arrayNode();
    for (Explanation explanation : explanations) {
      ObjectNode pattern = patterns.addObject();
      pattern.put("pattern", explanation.pattern());
      explanation.documentation().ifPresent(text -> pattern.put("documentation", text));
      explanation.facts().forEach((name, text) -> pattern.put(memberName(name), text));
      ArrayNode others = pattern.putArray("notUsed");
      explanation.otherPaths().forEach(others::add);
    }
    return JsonText.of(patterns);
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
