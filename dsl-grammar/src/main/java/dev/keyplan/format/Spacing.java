package dev.keyplan.format;

import dev.keyplan.parser.Lexeme;
import java.util.List;
import java.util.Set;

/** Joins tokens to text, with a space between them or none. */
final class Spacing {
  private static final Set<String> GLUED_BEFORE = Set.of(",", ")", "]", "?", ".", "..", "[");
  private static final Set<String> GLUED_BEHIND = Set.of("(", "[", "@", ".", "..");
  private static final Set<String> GLUED_IN_TYPES = Set.of("(", "<", ">", ",");

  /** Words in conditions with a parenthesis behind them that are no functions. */
  private static final Set<String> NO_FUNCTIONS = Set.of("and", "or", "not", "when", "in");

  private final Style style;

  private Spacing(Style style) {
    this.style = style;
  }

  static String join(List<Token> tokens, Style style) {
    Spacing spacing = new Spacing(style);
    List<Token> written = tokens.stream().filter(token -> !token.text().isEmpty()).toList();
    StringBuilder text = new StringBuilder();
    boolean isNegative = false;
    for (int i = 0; i < written.size(); i++) {
      Token token = written.get(i);
      if (i > 0 && !isNegative && spacing.isSpaced(written.get(i - 1), token)) {
        text.append(' ');
      }
      text.append(token.text());
      isNegative = token.is("-") && !(i > 0 && spacing.isMinuend(written.get(i - 1)));
    }
    return text.toString();
  }

  private boolean isSpaced(Token left, Token right) {
    if (GLUED_BEFORE.contains(right.text()) || GLUED_BEHIND.contains(left.text())) {
      return false;
    }
    return switch (style) {
      case CLAUSE, ASSIGNMENT ->
          !left.is(":") && !(left.is(">") && right.is("=")) && !(right.is("(") && isFunction(left));
      case KEY -> !right.is(":");
      case TYPE -> !GLUED_IN_TYPES.contains(left.text()) && !GLUED_IN_TYPES.contains(right.text());
      case RATE -> !left.is("/") && !right.is("/");
    };
  }

  private static boolean isFunction(Token token) {
    return token.kind() == Lexeme.Kind.WORD && !NO_FUNCTIONS.contains(token.text());
  }

  /** Whether a {@code -} behind a token subtracts from it. */
  private boolean isMinuend(Token token) {
    return style == Style.ASSIGNMENT
        && (token.kind() != Lexeme.Kind.SIGN || token.is(")") || token.is("]"));
  }
}
