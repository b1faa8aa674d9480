package dev.keyplan.parser;

import dev.keyplan.diagnostic.Diagnostic;
import dev.keyplan.parser.antlr.KeyplanParser.EntityDeclarationContext;
import dev.keyplan.parser.antlr.KeyplanParser.EntityHeadContext;
import dev.keyplan.parser.antlr.KeyplanParser.PatternDeclarationContext;
import dev.keyplan.parser.antlr.KeyplanParserBaseVisitor;
import org.antlr.v4.runtime.ParserRuleContext;

/**
 * What every declaration must have, but the grammar does not insist on: without it, the rest is
 * worth reading all the same. Says nothing where something else is wrong.
 */
final class CompletenessCheck extends KeyplanParserBaseVisitor<Void> {
  private final Spans spans;
  private final Problems problems;

  CompletenessCheck(Spans spans, Problems problems) {
    this.spans = spans;
    this.problems = problems;
  }

  @Override
  public Void visitEntityDeclaration(EntityDeclarationContext context) {
    EntityHeadContext head = context.entityHead();
    if (isSound(context) && Contexts.isComplete(head) && head.table == null) {
      problems.add(
          Diagnostic.error(
                  "ENTITY_WITHOUT_TABLE",
                  spans.of(head.name),
                  "`%s` is in no table".formatted(head.name.getText()))
              .withHint("write `entity %s in Table { … }`".formatted(head.name.getText())));
    }
    return null;
  }

  @Override
  public Void visitPatternDeclaration(PatternDeclarationContext context) {
    if (isSound(context) && context.operation() == null) {
      problems.add(
          Diagnostic.error(
                  "PATTERN_WITHOUT_VERB",
                  spans.of(context.head()),
                  "`%s` does not say what it does".formatted(context.head().getText()))
              .withHint("begin with a verb: `query Order where customerId`"));
    }
    return null;
  }

  private boolean isSound(ParserRuleContext context) {
    return Contexts.isComplete(context) && !problems.isBroken(spans.of(context));
  }
}
