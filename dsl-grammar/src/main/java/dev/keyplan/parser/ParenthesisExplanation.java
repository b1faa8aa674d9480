package dev.keyplan.parser;

import dev.keyplan.diagnostic.Diagnostic;
import dev.keyplan.parser.antlr.KeyplanLexer;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;
import org.antlr.v4.runtime.Token;

/** Parentheses, brackets and angle brackets that are still open when the line ends. */
final class ParenthesisExplanation implements Explanation {
  private final Spans spans;

  ParenthesisExplanation(Spans spans) {
    this.spans = spans;
  }

  @Override
  public Optional<Diagnostic> explain(Mistake mistake) {
    if (!mistake.isAtLineEnd()) {
      return Optional.empty();
    }
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
    return Optional.ofNullable(open.peek())
        .map(
            token ->
                Diagnostic.error(
                    "UNCLOSED_PARENTHESIS",
                    spans.of(token),
                    "this `%s` is never closed".formatted(token.getText())));
  }
}
