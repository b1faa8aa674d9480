package dev.keyplan.parser;

import dev.keyplan.diagnostic.Diagnostic;
import dev.keyplan.parser.antlr.KeyplanLexer;
import dev.keyplan.parser.antlr.KeyplanParser;
import dev.keyplan.source.Span;
import java.util.Optional;
import org.antlr.v4.runtime.Token;

/** Mistakes in conditions. */
final class ConditionExplanation implements Explanation {
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
    if (!mistake.isWithin(KeyplanParser.RULE_condition)) {
      return Optional.empty();
    }
    if (mistake.isBefore(KeyplanLexer.IN) && mistake.isOffending(KeyplanLexer.LPAREN)) {
      return Optional.of(
          Diagnostic.error("SYNTAX_ERROR", span, "`in` is followed by a parameter")
              .withHint("write `status in :statuses`, or `(status = PAID or status = PLACED)`"));
    }
    boolean isOperator =
        mistake.isBefore(KeyplanLexer.LESS)
            || mistake.isBefore(KeyplanLexer.EQUAL)
            || mistake.isBefore(KeyplanLexer.NOT_EQUAL);
    if (isOperator
        && (mistake.isOffending(KeyplanLexer.EQUAL) || mistake.isOffending(KeyplanLexer.GREATER))) {
      return Optional.of(
          Diagnostic.error("SYNTAX_ERROR", span, "there is no such operator")
              .withHint("the operators are `=`, `<>`, `<`, `<=`, `>` and `>=`"));
    }
    return Optional.empty();
  }

  private Diagnostic barelyNot(Token not, Token operand) {
    return Diagnostic.error("SYNTAX_ERROR", spans.of(not), "`not` is followed by a parenthesis")
        .withHint("write `not (%s)`".formatted(operand.getText()));
  }
}
