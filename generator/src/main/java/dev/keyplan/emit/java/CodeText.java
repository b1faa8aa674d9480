package dev.keyplan.emit.java;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** A line of generated Java, seen from outside of its parentheses, literals and type arguments. */
final class CodeText {
  private final String text;

  /** How many parentheses, braces and type arguments are open before each character. */
  private final int[] depths;

  private final boolean[] isLiteral;

  CodeText(String text) {
    this.text = text;
    this.depths = new int[text.length() + 1];
    this.isLiteral = new boolean[text.length()];
    scan();
  }

  /** A call whose arguments can be moved to lines of their own. */
  record Call(String head, List<String> arguments, String tail) {}

  private void scan() {
    int depth = 0;
    char quote = 0;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      depths[i] = depth;
      if (quote != 0) {
        isLiteral[i] = true;
        if (c == '\\') {
          i++;
          depths[i] = depth;
          isLiteral[i] = true;
        } else if (c == quote) {
          quote = 0;
        }
      } else if (c == '"' || c == '\'') {
        quote = c;
        isLiteral[i] = true;
      } else if (c == '(' || c == '{' || opensTypes(i)) {
        depth++;
      } else if (c == ')' || c == '}' || closesTypes(i)) {
        depth--;
        depths[i] = depth;
      }
    }
    depths[text.length()] = depth;
  }

  private boolean opensTypes(int i) {
    return text.charAt(i) == '<' && i > 0 && Character.isJavaIdentifierPart(text.charAt(i - 1));
  }

  /** Neither an arrow nor a comparison, which has a space before it. */
  private boolean closesTypes(int i) {
    return text.charAt(i) == '>' && i > 0 && " -".indexOf(text.charAt(i - 1)) < 0;
  }

  /** Whether these are elements of a list that began on a line before. */
  boolean isList() {
    return !commas(0, text.length(), 0).isEmpty() && !isEntry();
  }

  /** A key of a map and its value. */
  private boolean isEntry() {
    return text.startsWith("\"") && commas(0, text.length(), 0).size() == 1;
  }

  /** The text at what binds least; one piece if there is only a call or a literal. */
  List<String> split() {
    List<Integer> commas = commas(0, text.length(), 0);
    if (!commas.isEmpty()) {
      return pieces(commas.stream().map(comma -> comma + 2).toList());
    }
    for (String operator : List.of(" = ", " -> ")) {
      int at = outside(operator, 0);
      if (at >= 0 && !text.endsWith(operator.strip()) && !text.endsWith("-> {")) {
        return pieces(List.of(at + operator.length()));
      }
    }
    for (List<String> operators :
        List.of(List.of(" ? ", " : "), List.of(" || "), List.of(" && "), List.of(" + "))) {
      List<Integer> starts = starts(operators);
      if (!starts.isEmpty()) {
        return pieces(starts);
      }
    }
    return pieces(chain());
  }

  /** Where operators begin. */
  private List<Integer> starts(List<String> operators) {
    List<Integer> starts = new ArrayList<>();
    for (int i = 1; i < text.length(); i++) {
      for (String operator : operators) {
        if (depths[i] == 0 && !isLiteral[i] && text.startsWith(operator, i)) {
          starts.add(i + 1);
        }
      }
    }
    return starts;
  }

  /**
   * Where the calls of a chain begin: all but what is called on a type, on a short name or alone.
   */
  private List<Integer> chain() {
    List<Integer> dots = new ArrayList<>();
    for (int i = 1; i < text.length(); i++) {
      if (depths[i] == 0 && !isLiteral[i] && text.charAt(i) == '.' && isCall(i + 1)) {
        dots.add(i);
      }
    }
    if (dots.isEmpty() || (dots.size() == 1 && text.charAt(dots.get(0) - 1) != ')')) {
      return List.of();
    }
    String first = text.substring(0, dots.get(0));
    String called = first.substring(first.lastIndexOf(' ') + 1);
    boolean isType = Character.isUpperCase(called.charAt(called.lastIndexOf('.') + 1));
    boolean isShort = first.length() <= 4;
    return (isType || isShort) && !called.endsWith(")") ? dots.subList(1, dots.size()) : dots;
  }

  private boolean isCall(int start) {
    int end = start;
    while (end < text.length() && Character.isJavaIdentifierPart(text.charAt(end))) {
      end++;
    }
    return end < text.length() && text.charAt(end) == '(';
  }

  /** The first call that has arguments. */
  Optional<Call> arguments() {
    for (int i = 0; i < text.length() - 1; i++) {
      if (text.charAt(i) == '(' && !isLiteral[i] && depths[i] == 0 && text.charAt(i + 1) != ')') {
        return Optional.of(call(i));
      }
    }
    return Optional.empty();
  }

  private Call call(int open) {
    int close = open + 1;
    while (close < text.length() && (isLiteral[close] || depths[close] > 0)) {
      close++;
    }
    List<String> arguments = new ArrayList<>();
    int start = open + 1;
    for (int comma : commas(open + 1, close, 1)) {
      arguments.add(text.substring(start, comma + 1));
      start = comma + 2;
    }
    arguments.add(text.substring(start, close));
    return new Call(text.substring(0, open + 1), List.copyOf(arguments), text.substring(close));
  }

  /** Those with something behind them. */
  private List<Integer> commas(int from, int to, int depth) {
    List<Integer> commas = new ArrayList<>();
    for (int i = from; i < to - 1; i++) {
      if (text.charAt(i) == ',' && !isLiteral[i] && depths[i] == depth) {
        commas.add(i);
      }
    }
    return commas;
  }

  private int outside(String word, int from) {
    for (int i = text.indexOf(word, from); i >= 0; i = text.indexOf(word, i + 1)) {
      if (depths[i] == 0 && !isLiteral[i]) {
        return i;
      }
    }
    return -1;
  }

  private List<String> pieces(List<Integer> starts) {
    List<String> pieces = new ArrayList<>();
    int from = 0;
    for (int start : starts) {
      pieces.add(text.substring(from, start).strip());
      from = start;
    }
    pieces.add(text.substring(from).strip());
    return List.copyOf(pieces);
  }
}
