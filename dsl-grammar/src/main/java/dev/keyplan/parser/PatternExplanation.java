package dev.keyplan.parser;

import dev.keyplan.diagnostic.Diagnostic;
import dev.keyplan.parser.antlr.KeyplanLexer;
import dev.keyplan.parser.antlr.KeyplanParser;
import dev.keyplan.parser.antlr.KeyplanParser.PatternDeclarationContext;
import dev.keyplan.source.Span;
import java.util.Optional;
import org.antlr.v4.runtime.Token;

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
    if (isVerbMissing(mistake)) {
      return explained(
          span,
          "no verb stands in front of `%s`".formatted(span.text()),
          "write `query %1$s …`, `create %1$s` and the like".formatted(span.text()));
    }
    if (isArticle(mistake)) {
      Token article = mistake.before().orElseThrow();
      return explained(
          spans.of(article),
          "`%s` does not belong between the verb and the entity".formatted(article.getText()),
          "write `%s %s`".formatted(mistake.first().getText(), span.text()));
    }
    if (mistake.isElement(KeyplanParser.RULE_clause)) {
      return clause(mistake, span);
    }
    if (mistake.offending().getText().equals("upsert")) {
      return explained(
          span,
          "`upsert` is a method that repositories have without a pattern",
          "leave the pattern out; the verbs of others are `create`, `put` and `update`");
    }
    if (isCheckThatExists(mistake)) {
      return explained(
          span,
          "`check` demands that the item exists, without saying so",
          "leave `%s` out; `if` demands more: `if seats > 0`".formatted(span.text()));
    }
    if (mistake.isWithin(KeyplanParser.RULE_single) && mistake.isOffending(KeyplanLexer.LBRACE)) {
      return Optional.of(
          Diagnostic.error("SYNTAX_ERROR", span, "a verb is followed by the name of an entity")
              .withHint("write `query Order where customerId`"));
    }
    return Optional.empty();
  }

  private static boolean isVerbMissing(Mistake mistake) {
    return mistake.context() instanceof PatternDeclarationContext pattern
        && pattern.operation() == null
        && pattern.clause().isEmpty()
        && pattern.LBRACE() != null
        && isProperName(mistake.offending());
  }

  /** {@code query all Order}, {@code delete from Order}. */
  private static boolean isArticle(Mistake mistake) {
    return mistake.tokens().size() == 2
        && TokenKinds.isVerb(mistake.first())
        && TokenKinds.isWord(mistake.before().orElseThrow())
        && !isProperName(mistake.before().orElseThrow())
        && isProperName(mistake.offending());
  }

  /** Entities are written so. */
  private static boolean isProperName(Token token) {
    String text = token.getText();
    return token.getType() == KeyplanLexer.IDENT
        && Character.isUpperCase(text.charAt(0))
        && text.chars().skip(1).anyMatch(Character::isLowerCase);
  }

  private static boolean isCheckThatExists(Mistake mistake) {
    String word = mistake.offending().getText();
    return (word.equals("exists") || word.equals("exist"))
        && mistake.tokens().stream().anyMatch(token -> token.getType() == KeyplanLexer.CHECK);
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
    return switch (mistake.first().getType()) {
      case KeyplanLexer.SELECT -> select(mistake, span);
      case KeyplanLexer.SET -> set(mistake, span);
      case KeyplanLexer.APPEND, KeyplanLexer.PREPEND -> append(mistake, span);
      case KeyplanLexer.ORDER -> order(mistake, span);
      case KeyplanLexer.LIMIT, KeyplanLexer.PAGE -> number(mistake, span);
      default -> Optional.empty();
    };
  }

  private static Optional<Diagnostic> select(Mistake mistake, Span span) {
    if (mistake.isOffending(KeyplanLexer.STAR)) {
      return explained(span, "`select` names attributes", "leave `select` out to read whole items");
    }
    boolean isBehindName =
        mistake.tokens().stream().anyMatch(token -> token.getType() == KeyplanLexer.AS);
    return isBehindName && mistake.isOffending(KeyplanLexer.COMMA)
        ? explained(
            span,
            "the name of the result stands at the end, behind all attributes",
            "write `select id, status as Summary`")
        : Optional.empty();
  }

  private static Optional<Diagnostic> append(Mistake mistake, Span span) {
    return mistake.isOffending(KeyplanLexer.COMMA)
        ? explained(
            span,
            "`%s` takes one value".formatted(mistake.first().getText()),
            "write `append lines each :lines` for a list of them")
        : Optional.empty();
  }

  private static Optional<Diagnostic> set(Mistake mistake, Span span) {
    return switch (mistake.offending().getType()) {
      case KeyplanLexer.PLUS, KeyplanLexer.MINUS ->
          explained(
              span,
              "a value is computed behind `=`, from two values",
              "write `set total = total + :amount` or `add total :amount`");
      case KeyplanLexer.STAR, KeyplanLexer.SLASH ->
          explained(
              span,
              "DynamoDB adds and subtracts, and calculates nothing else",
              "give the result as a parameter, and demand what it was made of:"
                  + " `set price = :new if price = :old`");
      case KeyplanLexer.COLON ->
          explained(span, "a value is given with `=`", "write `set status = PAID`");
      case KeyplanLexer.AND ->
          explained(
              span, "assignments are separated by commas", "write `set status = PAID, total = :t`");
      default -> Optional.empty();
    };
  }

  private static Optional<Diagnostic> order(Mistake mistake, Span span) {
    boolean isOrderBy =
        mistake.tokens().size() == 2 && mistake.tokens().get(1).getText().equals("by");
    if (isOrderBy) {
      return explained(
          span,
          "`order` is followed by an attribute directly",
          "write `order %s`".formatted(mistake.offending().getText()));
    }
    return mistake.isOffending(KeyplanLexer.COMMA)
        ? explained(
            span, "the direction stands once, at the end", "write `order createdAt, id desc`")
        : Optional.empty();
  }

  private static Optional<Diagnostic> number(Mistake mistake, Span span) {
    if (mistake.isOffending(KeyplanLexer.COMMA)) {
      return explained(span, "a number has no comma", "write `1_000`");
    }
    return mistake.isOffending(KeyplanLexer.COLON)
        ? explained(
            span,
            "`%s` is a number".formatted(mistake.first().getText()),
            "callers may ask for less: every page has a size of its own")
        : Optional.empty();
  }

  private static Optional<Diagnostic> explained(Span span, String message, String hint) {
    return Optional.of(Diagnostic.error("SYNTAX_ERROR", span, message).withHint(hint));
  }
}
