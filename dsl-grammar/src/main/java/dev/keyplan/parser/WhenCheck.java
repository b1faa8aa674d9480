package dev.keyplan.parser;

import dev.keyplan.diagnostic.Diagnostic;
import dev.keyplan.parser.antlr.KeyplanParser.BareTermContext;
import dev.keyplan.parser.antlr.KeyplanParser.MembershipContext;
import dev.keyplan.parser.antlr.KeyplanParser.ParameterContext;
import dev.keyplan.parser.antlr.KeyplanParserBaseVisitor;
import dev.keyplan.source.Span;

/**
 * Whether an item is in an index follows from the item alone: the condition behind {@code when} has
 * no parameters, and so no bare attribute, which would stand for one.
 */
final class WhenCheck extends KeyplanParserBaseVisitor<Void> {
  private final Spans spans;
  private final Problems problems;
  private boolean isInWhen;

  WhenCheck(Spans spans, Problems problems) {
    this.spans = spans;
    this.problems = problems;
  }

  @Override
  public Void visitMembership(MembershipContext context) {
    isInWhen = !problems.isBroken(spans.of(context));
    visitChildren(context);
    isInWhen = false;
    return null;
  }

  @Override
  public Void visitParameter(ParameterContext context) {
    if (isInWhen && Contexts.isComplete(context)) {
      report(spans.of(context), "`%s` is a parameter");
    }
    return null;
  }

  @Override
  public Void visitBareTerm(BareTermContext context) {
    // In `status is SOLD` it is not alone.
    boolean isAlone = Contexts.isComplete(context) && !problems.isBrokenBehind(spans.of(context));
    if (isInWhen && isAlone) {
      report(spans.of(context), "`%s` alone would be compared with a parameter");
    }
    return null;
  }

  private void report(Span span, String message) {
    problems.add(
        Diagnostic.error("PARAMETER_IN_WHEN", span, message.formatted(span.text()))
            .withHint("`when` compares with a constant: `when status = OPEN`"));
  }
}
