package dev.keyplan.parser;

import dev.keyplan.diagnostic.Diagnostic;
import dev.keyplan.parser.antlr.KeyplanLexer;
import java.util.List;
import java.util.Optional;
import org.antlr.v4.runtime.Token;

/**
 * Refuses a file that is nested so deeply that reading it recursively could exhaust the stack.
 * Asked before parsing, of the tokens alone.
 */
final class NestingLimit {
  static final int LIMIT = 64;

  private int braces;
  private int parentheses;
  private int angles;
  private boolean isAfterWord;

  private NestingLimit() {}

  /** The report, if a file is nested too deeply. */
  static Optional<Diagnostic> check(List<Token> tokens, Spans spans) {
    NestingLimit limit = new NestingLimit();
    for (Token token : tokens) {
      if (token.getChannel() != Token.DEFAULT_CHANNEL) {
        continue;
      }
      limit.count(token);
      if (limit.isExceeded()) {
        return Optional.of(
            Diagnostic.error(
                    "NESTED_TOO_DEEPLY",
                    spans.of(token),
                    "this is nested more than %d levels deep".formatted(LIMIT))
                .withHint("nothing in this file was read"));
      }
    }
    return Optional.empty();
  }

  private boolean isExceeded() {
    return braces > LIMIT || parentheses > LIMIT || angles > LIMIT;
  }

  private void count(Token token) {
    switch (token.getType()) {
      case KeyplanLexer.LBRACE -> {
        braces++;
        parentheses = 0;
        angles = 0;
      }
      case KeyplanLexer.RBRACE -> {
        braces = Math.max(0, braces - 1);
        parentheses = 0;
        angles = 0;
      }
      case KeyplanLexer.LPAREN -> parentheses++;
      case KeyplanLexer.RPAREN -> parentheses = Math.max(0, parentheses - 1);
      case KeyplanLexer.LESS -> angles++;
      case KeyplanLexer.GREATER -> angles = Math.max(0, angles - 1);
      default -> {
        // Everything else nests nothing.
      }
    }
    boolean isWord = TokenKinds.isWord(token);
    if (isWord && isAfterWord) {
      // Two words in a row end a type: the `<` of `a < b and c < d` do not nest.
      angles = 0;
    }
    isAfterWord = isWord;
  }
}
