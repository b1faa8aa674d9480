package dev.keyplan.parser;

import dev.keyplan.diagnostic.Diagnostic;
import dev.keyplan.parser.antlr.KeyplanLexer;
import dev.keyplan.parser.antlr.KeyplanParser;
import dev.keyplan.source.Span;
import java.util.Optional;
import java.util.Set;
import org.antlr.v4.runtime.Token;

/** Mistakes in conditions. */
final class ConditionExplanation implements Explanation {
  private static final Set<Integer> CONDITIONS =
      Set.of(KeyplanLexer.WHERE, KeyplanLexer.FILTER, KeyplanLexer.IF);

  private static final Set<String> FUNCTIONS =
      Set.of("attribute_exists", "attribute_not_exists", "size");

  private final Spans spans;

  ConditionExplanation(Spans spans) {
    this.spans = spans;
  }

  @Override
  public Optional<Diagnostic> explain(Mistake mistake) {
    Span span = spans.of(mistake.offending());
    if (mistake.isBefore(KeyplanLexer.NOT)) {
      return mistake.before().map(not -> barelyNot(not, mistake.offending()));
    }
    return isCondition(mistake) ? condition(mistake, span) : Optional.empty();
  }

  private static boolean isCondition(Mistake mistake) {
    boolean isClause =
        mistake.isElement(KeyplanParser.RULE_clause)
            && CONDITIONS.contains(mistake.first().getType());
    return isClause || mistake.isWithin(KeyplanParser.RULE_condition);
  }

  private static Optional<Diagnostic> condition(Mistake mistake, Span span) {
    if (mistake.offending().getText().equals("is")) {
      return explained(
          span,
          "`is` is no operator",
          "write `=`; whether an attribute is there asks `attribute_exists(email)`");
    }
    Optional<String> function = mistake.before().map(Token::getText).filter(FUNCTIONS::contains);
    if (function.isPresent() && TokenKinds.isWord(mistake.offending())) {
      return explained(
          span,
          "`%s` is followed by parentheses".formatted(function.get()),
          "write `%s(%s)`".formatted(function.get(), mistake.offending().getText()));
    }
    return switch (mistake.offending().getType()) {
      case KeyplanLexer.IN ->
          explained(
              span,
              "`in` is followed by a parameter, or by values in parentheses",
              "write `status in :statuses`, or `status in (PAID, PLACED)`");
      case KeyplanLexer.BETWEEN ->
          explained(
              span,
              "`between` is followed by two values with `and` between them",
              "write `placedAt between :from and :to`");
      case KeyplanLexer.COMMA ->
          explained(span, "conditions are joined with `and`", "write `and` instead of the comma");
      case KeyplanLexer.PLUS, KeyplanLexer.MINUS, KeyplanLexer.STAR, KeyplanLexer.SLASH ->
          explained(
              span,
              "conditions compute nothing",
              "let the caller compute it, and compare with a parameter");
      case KeyplanLexer.QUESTION, KeyplanLexer.AT ->
          explained(span, "a parameter begins with `:` and has a name", "write `id = :id`");
      case KeyplanLexer.EQUAL, KeyplanLexer.LESS, KeyplanLexer.GREATER ->
          explained(
              span,
              "%s does not belong here".formatted(mistake.shown()),
              "the operators are `=`, `<>`, `<`, `<=`, `>` and `>=`, once in a condition");
      case KeyplanLexer.IDENT ->
          mistake.isBefore(KeyplanLexer.LBRACKET)
              ? explained(span, "the place in a list is a number", "write `lines[0].sku`")
              : behindCondition(mistake, span);
      default -> Optional.empty();
    };
  }

  private static Optional<Diagnostic> behindCondition(Mistake mistake, Span span) {
    return mistake.isBehind()
        ? explained(
            span,
            "%s does not belong here".formatted(mistake.shown()),
            "conditions are joined with `and` or `or`; a clause begins with `order`, `limit`,"
                + " `select` and the like")
        : Optional.empty();
  }

  private static Optional<Diagnostic> explained(Span span, String message, String hint) {
    return Optional.of(Diagnostic.error("SYNTAX_ERROR", span, message).withHint(hint));
  }

  private Diagnostic barelyNot(Token not, Token operand) {
    return Diagnostic.error("SYNTAX_ERROR", spans.of(not), "`not` is followed by a parenthesis")
        .withHint("write `not (%s)`".formatted(operand.getText()));
  }
}
