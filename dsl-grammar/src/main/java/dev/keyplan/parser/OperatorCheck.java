package dev.keyplan.parser;

import dev.keyplan.diagnostic.Diagnostic;
import dev.keyplan.diagnostic.Fix;
import dev.keyplan.parser.antlr.KeyplanLexer;
import dev.keyplan.parser.antlr.KeyplanParser.CallTermContext;
import dev.keyplan.parser.antlr.KeyplanParser.ComparisonContext;
import dev.keyplan.parser.antlr.KeyplanParserBaseVisitor;
import dev.keyplan.source.Span;

/**
 * Operators have one way to be written: {@code >=} without a gap, though the lexer cannot know it
 * for one sign, and two operands infix, though DynamoDB writes {@code begins_with(a, :b)}.
 */
final class OperatorCheck extends KeyplanParserBaseVisitor<Void> {
  private final Spans spans;
  private final Problems problems;

  OperatorCheck(Spans spans, Problems problems) {
    this.spans = spans;
    this.problems = problems;
  }

  @Override
  public Void visitComparison(ComparisonContext context) {
    if (Contexts.isComplete(context)
        && context.getChildCount() > 1
        && !TokenKinds.touch(context.getStart(), context.getStop())) {
      Span span = spans.of(context);
      problems.addRepaired(
          Diagnostic.error("OPERATOR_SPLIT", span, "`>=` is one sign")
              .withHint("write `>=`")
              .withFix(Fix.replace("Join the signs", span, ">=")));
    }
    return null;
  }

  @Override
  public Void visitCallTerm(CallTermContext context) {
    if (Contexts.isComplete(context)
        && context.call().function.getType() != KeyplanLexer.IDENT
        && context.call().operand().size() == 2) {
      Span span = spans.of(context);
      String infix =
          "%s %s %s"
              .formatted(
                  spans.of(context.call().operand(0)).text(),
                  context.call().function.getText(),
                  spans.of(context.call().operand(1)).text());
      problems.add(
          Diagnostic.error(
                  "CALL_NOT_INFIX",
                  span,
                  "`%s` stands between its operands".formatted(context.call().function.getText()))
              .withHint("write `%s`".formatted(infix))
              .withFix(Fix.replace("Write it between its operands", span, infix)));
    }
    return null;
  }
}
