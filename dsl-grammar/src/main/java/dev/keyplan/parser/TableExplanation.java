package dev.keyplan.parser;

import dev.keyplan.diagnostic.Diagnostic;
import dev.keyplan.diagnostic.Fix;
import dev.keyplan.parser.antlr.KeyplanLexer;
import dev.keyplan.parser.antlr.KeyplanParser;
import dev.keyplan.source.Span;
import java.util.Optional;
import org.antlr.v4.runtime.Token;

/** Mistakes in tables. */
final class TableExplanation implements Explanation {
  private final TokenLines lines;
  private final Spans spans;

  TableExplanation(TokenLines lines, Spans spans) {
    this.lines = lines;
    this.spans = spans;
  }

  @Override
  public Optional<Diagnostic> explain(Mistake mistake) {
    if (!mistake.isWithin(KeyplanParser.RULE_tableDeclaration)) {
      return Optional.empty();
    }
    Span span = spans.of(mistake.offending());
    if (mistake.isBefore(KeyplanLexer.LOCAL)) {
      return Optional.of(
          Diagnostic.error("SYNTAX_ERROR", span, "`local` is followed by `index`")
              .withHint("write `local index %s / …`".formatted(mistake.offending().getText())));
    }
    return switch (mistake.offending().getType()) {
      case KeyplanLexer.COMMA -> Optional.of(comma(span));
      case KeyplanLexer.COLON, KeyplanLexer.EQUAL -> sign(mistake, span);
      default -> Optional.empty();
    };
  }

  private static Diagnostic comma(Span span) {
    return Diagnostic.error("SYNTAX_ERROR", span, "no comma belongs here")
        .withHint(
            "the sides of a key are separated by `/`, several attributes stand in parentheses:"
                + " `index byDay (tenant, day) / at`");
  }

  private Optional<Diagnostic> sign(Mistake mistake, Span span) {
    if (mistake.isWithin(KeyplanParser.RULE_tags)) {
      return Optional.empty();
    }
    String word = mistake.before().map(before -> before.getText()).orElse("");
    boolean isAttribute =
        mistake.isOffending(KeyplanLexer.COLON)
            && mistake.isElement(KeyplanParser.RULE_tableMember)
            && mistake.tokens().size() == 1
            && mistake.first().getType() == KeyplanLexer.IDENT
            && !TableSettings.NAMES.contains(word);
    if (isAttribute) {
      return Optional.of(
          Diagnostic.error("SYNTAX_ERROR", span, "a table declares no attributes")
              .withHint("`%s` belongs into an entity".formatted(word)));
    }
    return Optional.of(
        Diagnostic.error(
                "SYNTAX_ERROR",
                span,
                "no %s stands between a setting and its value".formatted(mistake.shown()))
            .withHint("write " + withoutSign(mistake))
            .withFix(Fix.replace("Remove it", span, "")));
  }

  /** The line as it is meant. */
  private String withoutSign(Mistake mistake) {
    Optional<Token> behind =
        lines
            .behind(mistake.offending())
            .filter(next -> next.getLine() == mistake.offending().getLine());
    boolean isValue =
        behind.isPresent()
            && (TokenKinds.isWord(behind.get()) || behind.get().getType() == KeyplanLexer.QUOTE);
    return isValue && !mistake.tokens().isEmpty()
        ? "`%s %s`"
            .formatted(
                spans.between(mistake.first(), mistake.before().orElseThrow()).text(),
                spans.between(behind.get(), lines.lastOfLine(behind.get())).text())
        : Expectation.ofElement(mistake).example();
  }
}
