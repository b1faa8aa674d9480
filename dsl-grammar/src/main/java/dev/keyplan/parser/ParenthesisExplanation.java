package dev.keyplan.parser;

import dev.keyplan.diagnostic.Diagnostic;
import dev.keyplan.parser.antlr.KeyplanLexer;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;
import org.antlr.v4.runtime.Token;

/** Parentheses and brackets that are still open when the line ends, or were never opened. */
final class ParenthesisExplanation implements Explanation {
  private final Spans spans;

  ParenthesisExplanation(Spans spans) {
    this.spans = spans;
  }

  @Override
  public Optional<Diagnostic> explain(Mistake mistake) {
    Deque<Token> open = new ArrayDeque<>();
    for (Token token : mistake.tokens()) {
      switch (token.getType()) {
        case KeyplanLexer.LPAREN, KeyplanLexer.LBRACKET -> open.push(token);
        case KeyplanLexer.RPAREN, KeyplanLexer.RBRACKET -> open.poll();
        default -> {
          // Everything else opens and closes nothing.
        }
      }
    }
    if (open.isEmpty() && isClosing(mistake)) {
      return Optional.of(
          Diagnostic.error(
              "UNOPENED_PARENTHESIS",
              spans.of(mistake.offending()),
              "this %s closes nothing".formatted(mistake.shown())));
    }
    return Optional.ofNullable(open.peek())
        .filter(token -> mistake.isAtLineEnd())
        .map(this::unclosed);
  }

  private static boolean isClosing(Mistake mistake) {
    return mistake.isOffending(KeyplanLexer.RPAREN) || mistake.isOffending(KeyplanLexer.RBRACKET);
  }

  private Diagnostic unclosed(Token token) {
    return Diagnostic.error(
        "UNCLOSED_PARENTHESIS",
        spans.of(token),
        "this `%s` is never closed".formatted(token.getText()));
  }
}
