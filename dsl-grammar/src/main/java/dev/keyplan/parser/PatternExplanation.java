package dev.keyplan.parser;

import dev.keyplan.diagnostic.Diagnostic;
import dev.keyplan.parser.antlr.KeyplanLexer;
import dev.keyplan.parser.antlr.KeyplanParser;
import dev.keyplan.parser.antlr.KeyplanParser.PatternDeclarationContext;
import dev.keyplan.source.Span;
import java.util.Optional;

/** Mistakes in the verbs and clauses of patterns. */
final class PatternExplanation implements Explanation {
  private final Spans spans;

  PatternExplanation(Spans spans) {
    this.spans = spans;
  }

  @Override
  public Optional<Diagnostic> explain(Mistake mistake) {
    Span span = spans.of(mistake.offending());
    if (mistake.context() instanceof PatternDeclarationContext pattern
        && TokenKinds.isVerb(mistake.offending())) {
      return Optional.of(pattern.operation() == null ? verbLate(span) : secondVerb(span));
    }
    if (mistake.isElement(KeyplanParser.RULE_clause)) {
      return clause(mistake, span);
    }
    if (mistake.isWithin(KeyplanParser.RULE_single) && mistake.isOffending(KeyplanLexer.LBRACE)) {
      return Optional.of(
          Diagnostic.error("SYNTAX_ERROR", span, "a verb is followed by the name of an entity")
              .withHint("write `query Order where customerId`"));
    }
    return Optional.empty();
  }

  private static Diagnostic verbLate(Span span) {
    return Diagnostic.error("SYNTAX_ERROR", span, "the verb stands before the clauses")
        .withHint("write `%s …` first".formatted(span.text()));
  }

  private static Diagnostic secondVerb(Span span) {
    return Diagnostic.error("SYNTAX_ERROR", span, "a pattern has one verb")
        .withHint("what belongs together stands in `transact { … }`");
  }

  private static Optional<Diagnostic> clause(Mistake mistake, Span span) {
    int keyword = mistake.first().getType();
    if (keyword == KeyplanLexer.SELECT && mistake.isOffending(KeyplanLexer.STAR)) {
      return Optional.of(
          Diagnostic.error("SYNTAX_ERROR", span, "`select` names attributes")
              .withHint("leave `select` out to read whole items"));
    }
    if (keyword == KeyplanLexer.SET
        && (mistake.isOffending(KeyplanLexer.PLUS) || mistake.isOffending(KeyplanLexer.MINUS))) {
      return Optional.of(
          Diagnostic.error("SYNTAX_ERROR", span, "a value is computed behind `=`, from two values")
              .withHint("write `set total = total + :amount` or `add total :amount`"));
    }
    boolean isOrderBy =
        keyword == KeyplanLexer.ORDER
            && mistake.tokens().size() == 2
            && mistake.tokens().get(1).getText().equals("by");
    if (isOrderBy) {
      return Optional.of(
          Diagnostic.error("SYNTAX_ERROR", span, "`order` is followed by an attribute directly")
              .withHint("write `order %s`".formatted(mistake.offending().getText())));
    }
    if ((keyword == KeyplanLexer.LIMIT || keyword == KeyplanLexer.PAGE)
        && mistake.isOffending(KeyplanLexer.COLON)) {
      return Optional.of(
          Diagnostic.error(
                  "SYNTAX_ERROR", span, "`%s` is a number".formatted(mistake.first().getText()))
              .withHint("callers may ask for less: every page has a size of its own"));
    }
    return Optional.empty();
  }
}
