package dev.keyplan.parser;

import dev.keyplan.diagnostic.Diagnostic;
import dev.keyplan.parser.antlr.KeyplanLexer;
import java.util.Optional;
import java.util.Set;
import org.antlr.v4.runtime.Token;

/**
 * A line that ends where something must follow. The parser takes the next line for it and stumbles
 * in the middle of that; the mistake is above.
 */
final class IncompleteExplanation implements Explanation {
  private static final Set<Integer> WANT_MORE =
      Set.of(
          KeyplanLexer.COLON,
          KeyplanLexer.COMMA,
          KeyplanLexer.DOT,
          KeyplanLexer.SLASH,
          KeyplanLexer.AT,
          KeyplanLexer.PLUS,
          KeyplanLexer.MINUS,
          KeyplanLexer.EQUAL,
          KeyplanLexer.NOT_EQUAL,
          KeyplanLexer.LESS,
          KeyplanLexer.LESS_EQUAL,
          KeyplanLexer.GREATER,
          KeyplanLexer.AND,
          KeyplanLexer.OR,
          KeyplanLexer.NOT,
          KeyplanLexer.BETWEEN,
          KeyplanLexer.BEGINS_WITH,
          KeyplanLexer.CONTAINS,
          KeyplanLexer.IN,
          KeyplanLexer.AS);

  private final Spans spans;

  IncompleteExplanation(Spans spans) {
    this.spans = spans;
  }

  @Override
  public Optional<Diagnostic> explain(Mistake mistake) {
    return lastOfLine(mistake)
        .filter(last -> wantsMore(last, mistake))
        .map(last -> diagnostic(last, mistake));
  }

  /** The end of the line that the offending token ends, or of the one above its own. */
  private Optional<Token> lastOfLine(Mistake mistake) {
    if (mistake.isAtLineEnd()) {
      return mistake.before();
    }
    int line = mistake.offending().getLine();
    return mistake.tokens().stream()
        .filter(token -> token.getLine() < line)
        .reduce((first, second) -> second);
  }

  /** A sign or operator does; so does the keyword of a clause or member that nothing follows. */
  private static boolean wantsMore(Token last, Mistake mistake) {
    boolean isKeyword = TokenKinds.isWord(last) && last.getType() != KeyplanLexer.IDENT;
    boolean isFirst = mistake.tokens().get(0) == last;
    return WANT_MORE.contains(last.getType()) || (isKeyword && isFirst);
  }

  private Diagnostic diagnostic(Token last, Mistake mistake) {
    return Diagnostic.error(
            "INCOMPLETE_LINE", spans.of(last), "nothing follows %s".formatted(Mistake.shown(last)))
        .withHint("write " + Expectation.of(mistake).example());
  }
}
