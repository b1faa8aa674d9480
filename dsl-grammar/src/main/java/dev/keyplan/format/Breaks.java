package dev.keyplan.format;

import dev.keyplan.syntax.Condition;
import dev.keyplan.syntax.Node;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

/** Where a statement may be broken: in front of which tokens a new phrase begins. */
final class Breaks {
  /** First on a line, these could be taken for the beginning of a declaration. */
  private static final Set<String> DECLARATIONS =
      Set.of("table", "entity", "struct", "enum", "pattern");

  private final Tokens tokens;
  private final Style style;
  private final SortedMap<Integer, Kind> breaks = new TreeMap<>();

  /**
   * What comes behind a break.
   *
   * @param style how the phrase is written
   * @param gap how many spaces there are in place of a line end
   * @param isFilled whether the phrase stays on the line of the one in front as long as it fits,
   *     though the statement is broken
   */
  record Kind(Style style, int gap, boolean isFilled) {}

  /**
   * @param style of the phrases, if nothing else is said for one
   */
  Breaks(Tokens tokens, Style style) {
    this.tokens = tokens;
    this.style = style;
  }

  /** Whether a word should not be the first of a line inside braces. */
  static boolean looksLikeDeclaration(String word) {
    return DECLARATIONS.contains(word);
  }

  Style style() {
    return style;
  }

  Map<Integer, Kind> between(int first, int end) {
    return breaks.subMap(Math.min(first, end), end);
  }

  void before(int index, Style styleBehind, int gap) {
    breaks.put(index, new Kind(styleBehind, gap, false));
  }

  void before(int index) {
    before(index, style, 1);
  }

  /** Breaks behind the commas of a list: behind each, or behind as few as possible. */
  void list(List<? extends Node> elements, boolean isFilled) {
    for (Node element : elements.subList(Math.min(1, elements.size()), elements.size())) {
      int index = tokens.firstOf(element.span());
      if (!looksLikeDeclaration(tokens.get(index).text())) {
        breaks.put(index, new Kind(style, 1, isFilled));
      }
    }
  }

  /** Breaks at each {@code and} and {@code or} outside parentheses. */
  void condition(Condition condition) {
    if (condition instanceof Condition.Any any) {
      terms(any.conditions());
      for (Condition each : any.conditions()) {
        if (each instanceof Condition.All all && !isInParentheses(all)) {
          terms(all.conditions());
        }
      }
    } else if (condition instanceof Condition.All all) {
      terms(all.conditions());
    }
  }

  /** The index of the first token of a condition, its parentheses included. */
  int firstOf(Condition condition) {
    int index = tokens.firstOf(condition.span());
    while (index > 0 && tokens.get(index - 1).is("(")) {
      index--;
    }
    return index;
  }

  private void terms(List<Condition> conditions) {
    for (Condition condition : conditions.subList(1, conditions.size())) {
      before(firstOf(condition) - 1, Style.CLAUSE, 1);
    }
  }

  private boolean isInParentheses(Condition condition) {
    return tokens.get(tokens.firstOf(condition.span()) - 1).is("(");
  }
}
