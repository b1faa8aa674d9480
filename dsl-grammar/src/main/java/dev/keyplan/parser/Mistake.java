package dev.keyplan.parser;

import dev.keyplan.parser.antlr.KeyplanLexer;
import java.util.List;
import java.util.Optional;
import org.antlr.v4.runtime.ParserRuleContext;
import org.antlr.v4.runtime.RuleContext;
import org.antlr.v4.runtime.Token;

/**
 * Where the parser could not go on: within an element (a member, a clause, a declaration), or
 * behind one that could have ended there.
 *
 * @param context the innermost rule the parser was in
 * @param element the element it was in or behind; the list itself if there is none before
 * @param tokens the tokens of the element, up to and without the offending one
 * @param offending the first token that did not fit
 * @param isBehind whether the element could have ended in front of the offending token
 * @param isAtLineEnd whether the line, the block or the file ends in front of the offending token
 */
record Mistake(
    ParserRuleContext context,
    ParserRuleContext element,
    List<Token> tokens,
    Token offending,
    boolean isBehind,
    boolean isAtLineEnd) {
  Mistake {
    tokens = List.copyOf(tokens);
  }

  /** The token in front of the offending one, if it belongs to the element. */
  Optional<Token> before() {
    return tokens.isEmpty() ? Optional.empty() : Optional.of(tokens.get(tokens.size() - 1));
  }

  /** The first token of the element; the offending one if there is no other. */
  Token first() {
    return tokens.isEmpty() ? offending : tokens.get(0);
  }

  boolean isOffending(int type) {
    return offending.getType() == type;
  }

  boolean isBefore(int type) {
    return before().filter(token -> token.getType() == type).isPresent();
  }

  boolean isElement(int rule) {
    return element.getRuleIndex() == rule;
  }

  /** Whether the element begins with a token of some type, and got beyond it. */
  boolean isElement(int rule, int firstType) {
    return isElement(rule) && !tokens.isEmpty() && first().getType() == firstType;
  }

  /** Whether the parser was in a rule, however deep. */
  boolean isWithin(int rule) {
    for (RuleContext at = context; at != null; at = at.getParent()) {
      if (at.getRuleIndex() == rule) {
        return true;
      }
    }
    return false;
  }

  /** The offending token as messages show it. */
  String shown() {
    return shown(offending);
  }

  /** A token as messages show it. */
  static String shown(Token token) {
    return switch (token.getType()) {
      case Token.EOF -> "the end of the file";
      case KeyplanLexer.QUOTE, KeyplanLexer.QUOTE_END, KeyplanLexer.FOREIGN_TEXT -> "a text";
      case KeyplanLexer.TEXT_BREAK -> "the end of the line";
      default -> "`" + token.getText() + "`";
    };
  }
}
