package dev.keyplan.parser;

import dev.keyplan.diagnostic.Diagnostic;
import dev.keyplan.diagnostic.Fix;
import dev.keyplan.parser.antlr.KeyplanLexer;
import dev.keyplan.parser.antlr.KeyplanParser;
import dev.keyplan.source.Span;
import java.util.Optional;
import org.antlr.v4.runtime.Token;

/** Mistakes in the keys of entities and in how they fill an index. */
final class KeyExplanation implements Explanation {
  private static final String KEY = "write `key \"CUSTOMER#{customerId}\" / \"ORDER#{id}\"`";

  private final TokenLines lines;
  private final Spans spans;

  KeyExplanation(TokenLines lines, Spans spans) {
    this.lines = lines;
    this.spans = spans;
  }

  @Override
  public Optional<Diagnostic> explain(Mistake mistake) {
    if (!mistake.isElement(KeyplanParser.RULE_entityMember) || mistake.tokens().isEmpty()) {
      return Optional.empty();
    }
    return switch (mistake.first().getType()) {
      case KeyplanLexer.KEY -> key(mistake, spans.of(mistake.offending()));
      case KeyplanLexer.INDEX -> index(mistake, spans.of(mistake.offending()));
      default -> Optional.empty();
    };
  }

  private Optional<Diagnostic> key(Mistake mistake, Span span) {
    return switch (mistake.offending().getType()) {
      case KeyplanLexer.COMMA ->
          Optional.of(separator(span).withFix(Fix.replace("Write a `/`", span, " /")));
      case KeyplanLexer.QUOTE ->
          Optional.of(isColonBehindKey(mistake) ? sign(mistake.tokens().get(1)) : separator(span));
      case KeyplanLexer.EQUAL -> Optional.of(sign(mistake.offending()));
      case KeyplanLexer.PLUS ->
          Optional.of(
              Diagnostic.error("SYNTAX_ERROR", span, "texts are not joined with `+`")
                  .withHint("write attributes as holes: `\"ORDER#{id}\"`"));
      default -> Optional.empty();
    };
  }

  private static boolean isColonBehindKey(Mistake mistake) {
    return mistake.tokens().size() == 2 && mistake.isBefore(KeyplanLexer.COLON);
  }

  private static Diagnostic separator(Span span) {
    return Diagnostic.error("SYNTAX_ERROR", span, "the sides of a key are separated by `/`")
        .withHint(KEY);
  }

  private Diagnostic sign(Token sign) {
    return Diagnostic.error(
            "SYNTAX_ERROR",
            spans.of(sign),
            "no %s stands between `key` and its sides".formatted(Mistake.shown(sign)))
        .withHint(KEY);
  }

  private Optional<Diagnostic> index(Mistake mistake, Span span) {
    Token filling =
        mistake.isOffending(KeyplanLexer.QUOTE)
            ? mistake.offending()
            : lines.behind(mistake.offending()).orElse(mistake.offending());
    String text = spans.between(filling, lines.lastOfLine(filling)).text();
    // Without a hole, it may as well be the name of the index in DynamoDB.
    boolean isFilling = text.startsWith("\"") && text.contains("{");
    String hint =
        "write `index %s = %s`"
            .formatted(name(mistake), isFilling ? text : "\"ORDER#{id}\" / \"ORDER\"");
    return switch (mistake.offending().getType()) {
      case KeyplanLexer.QUOTE ->
          Optional.of(
              Diagnostic.error(
                      "SYNTAX_ERROR", span, "`=` is missing between the index and what fills it")
                  .withHint(hint + "; its name in DynamoDB stands in the table"));
      case KeyplanLexer.COLON ->
          Optional.of(
              Diagnostic.error("SYNTAX_ERROR", span, "an index is filled with `=`").withHint(hint));
      case KeyplanLexer.EQUAL ->
          Optional.of(
              Diagnostic.error("SYNTAX_ERROR", span, "the name of the index is missing")
                  .withHint(hint));
      default -> Optional.empty();
    };
  }

  /** Quotes around it do no harm. */
  private static String name(Mistake mistake) {
    return mistake.tokens().stream()
        .skip(1)
        .filter(token -> token.getType() != KeyplanLexer.QUOTE)
        .map(Token::getText)
        .findFirst()
        .orElse("name");
  }
}
