package dev.keyplan.parser;

import dev.keyplan.parser.antlr.KeyplanLexer;
import dev.keyplan.syntax.Clause;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.antlr.v4.runtime.Token;

/** Cuts the text of one comparison, one value or one list out of a line, token by token. */
final class ConditionText {
  private static final Set<Integer> OPENING = Set.of(KeyplanLexer.LPAREN, KeyplanLexer.LBRACKET);
  private static final Set<Integer> CLOSING = Set.of(KeyplanLexer.RPAREN, KeyplanLexer.RBRACKET);
  private static final Set<Integer> ENDS =
      Set.of(
          KeyplanLexer.COMMA,
          KeyplanLexer.RPAREN,
          KeyplanLexer.RBRACKET,
          KeyplanLexer.RBRACE,
          Token.EOF);

  private final TokenLines lines;
  private final Spans spans;

  ConditionText(TokenLines lines, Spans spans) {
    this.lines = lines;
    this.spans = spans;
  }

  /** From a token to what joins another comparison, closes a parenthesis or begins a clause. */
  String comparison(Token start) {
    List<Token> tokens = new ArrayList<>();
    int depth = 0;
    boolean isBetween = false;
    for (Token token : line(start)) {
      int type = token.getType();
      boolean isJoint = type == KeyplanLexer.AND || type == KeyplanLexer.OR;
      boolean isEnd = (isJoint && !isBetween) || isClause(tokens, token);
      if (depth == 0 && (isEnd || CLOSING.contains(type))) {
        break;
      }
      isBetween = type == KeyplanLexer.BETWEEN || (isBetween && !isJoint);
      depth += OPENING.contains(type) ? 1 : CLOSING.contains(type) ? -1 : 0;
      tokens.add(token);
    }
    return tokens.isEmpty() ? "" : text(tokens);
  }

  /** What {@code is SOLD} and {@code is not null} mean; empty, if no value is there. */
  Optional<String> is(String attribute, Token is) {
    List<Token> operand = line(is).subList(1, line(is).size());
    boolean isNegated = !operand.isEmpty() && operand.get(0).getText().equalsIgnoreCase("not");
    List<Token> value = isNegated ? operand.subList(1, operand.size()) : operand;
    if (!value.isEmpty() && value.get(0).getText().equalsIgnoreCase("null")) {
      return Optional.of(
          (isNegated ? "attribute_exists(%s)" : "attribute_not_exists(%s)").formatted(attribute));
    }
    String operator = isNegated ? "<>" : "=";
    return value.isEmpty()
        ? Optional.empty()
        : value(value.get(0)).map(text -> "%s %s %s".formatted(attribute, operator, text));
  }

  /** A whole text, or whatever stands without a space up to a comma or a parenthesis. */
  Optional<String> value(Token start) {
    List<Token> tokens = new ArrayList<>();
    boolean isText = start.getType() == KeyplanLexer.QUOTE;
    for (Token token : line(start)) {
      boolean isApart =
          !tokens.isEmpty() && !TokenKinds.touch(tokens.get(tokens.size() - 1), token);
      if (!isText && (isApart || ENDS.contains(token.getType()))) {
        break;
      }
      tokens.add(token);
      if (isText && token.getType() == KeyplanLexer.QUOTE_END) {
        return Optional.of(text(tokens));
      }
    }
    return isText || tokens.isEmpty() ? Optional.empty() : Optional.of(text(tokens));
  }

  /** The values behind {@code in}, without the signs that other languages put around them. */
  String values(Token in) {
    List<Token> behind = line(in).subList(1, line(in).size());
    boolean isOpened =
        !behind.isEmpty()
            && (OPENING.contains(behind.get(0).getType())
                || behind.get(0).getType() == KeyplanLexer.LBRACE);
    List<Token> elements = isOpened ? behind.subList(1, behind.size()) : behind;
    return elements.isEmpty() ? "" : comparison(elements.get(0)).strip();
  }

  private boolean isClause(List<Token> before, Token token) {
    if (before.isEmpty() || !Clause.KEYWORDS.contains(token.getText())) {
      return false;
    }
    Token last = before.get(before.size() - 1);
    int type = last.getType();
    return TokenKinds.isWord(last)
        || type == KeyplanLexer.NUMBER
        || type == KeyplanLexer.QUOTE_END
        || CLOSING.contains(type);
  }

  /** The tokens of a line from one on, up to the brace that ends the block there. */
  private List<Token> line(Token start) {
    Token last = lines.lastOfLine(start);
    List<Token> tokens = new ArrayList<>();
    for (int i = start.getTokenIndex(); i <= last.getTokenIndex(); i++) {
      if (lines.token(i).getChannel() == Token.DEFAULT_CHANNEL) {
        tokens.add(lines.token(i));
      }
    }
    return tokens;
  }

  private String text(List<Token> tokens) {
    return spans.between(tokens.get(0), tokens.get(tokens.size() - 1)).text();
  }
}
