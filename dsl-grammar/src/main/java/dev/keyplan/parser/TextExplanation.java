package dev.keyplan.parser;

import dev.keyplan.diagnostic.Diagnostic;
import dev.keyplan.diagnostic.Fix;
import dev.keyplan.parser.antlr.KeyplanLexer;
import dev.keyplan.source.Span;
import java.util.Optional;
import org.antlr.v4.runtime.Token;

/** Holes that never end or have nothing sensible in them. */
final class TextExplanation implements Explanation {
  private final Spans spans;

  TextExplanation(Spans spans) {
    this.spans = spans;
  }

  @Override
  public Optional<Diagnostic> explain(Mistake mistake) {
    Optional<Token> brace = openBrace(mistake);
    if (brace.isEmpty()) {
      return Optional.empty();
    }
    Span hole = spans.between(brace.get(), mistake.offending());
    return switch (mistake.offending().getType()) {
      case KeyplanLexer.QUOTE_END, KeyplanLexer.TEXT_BREAK ->
          Optional.of(
              Diagnostic.error("UNCLOSED_HOLE", spans.of(brace.get()), "this hole is never closed")
                  .withHint("a hole is `{name}`; a brace in the text is written `\\{`"));
      case KeyplanLexer.HOLE_CLOSE -> Optional.of(emptyHole(hole));
      default ->
          Optional.of(
              Diagnostic.error(
                      "MALFORMED_HOLE",
                      spans.of(mistake.offending()),
                      "%s does not belong into a hole".formatted(mistake.shown()))
                  .withHint(
                      "a hole is `{name}` or `{name:function}`; braces in the text are written"
                          + " `\\{` and `\\}`"));
    };
  }

  private static Diagnostic emptyHole(Span hole) {
    if (hole.text().length() > 2) {
      return Diagnostic.error("MALFORMED_HOLE", hole, "this hole is not complete")
          .withHint("write `{name}` or `{name:function}`");
    }
    return Diagnostic.error("MALFORMED_HOLE", hole, "this hole names no attribute")
        .withHint("write `{name}`, or `\\{\\}` if the braces belong to the text")
        .withFix(Fix.replace("Write the braces as text", hole, "\\{\\}"));
  }

  /** The brace of the hole that the parser was in. */
  private static Optional<Token> openBrace(Mistake mistake) {
    for (int i = mistake.tokens().size() - 1; i >= 0; i--) {
      int type = mistake.tokens().get(i).getType();
      if (type == KeyplanLexer.HOLE_OPEN) {
        return Optional.of(mistake.tokens().get(i));
      }
      if (type == KeyplanLexer.QUOTE
          || type == KeyplanLexer.QUOTE_END
          || type == KeyplanLexer.TEXT_BREAK
          || type == KeyplanLexer.HOLE_CLOSE) {
        return Optional.empty();
      }
    }
    return Optional.empty();
  }
}
