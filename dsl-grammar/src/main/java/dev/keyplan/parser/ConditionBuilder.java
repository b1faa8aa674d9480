package dev.keyplan.parser;

import dev.keyplan.parser.antlr.KeyplanParser.BareTermContext;
import dev.keyplan.parser.antlr.KeyplanParser.BetweenTermContext;
import dev.keyplan.parser.antlr.KeyplanParser.CallTermContext;
import dev.keyplan.parser.antlr.KeyplanParser.ComparisonContext;
import dev.keyplan.parser.antlr.KeyplanParser.ComparisonTermContext;
import dev.keyplan.parser.antlr.KeyplanParser.ConditionContext;
import dev.keyplan.parser.antlr.KeyplanParser.ConjunctionContext;
import dev.keyplan.parser.antlr.KeyplanParser.GroupContext;
import dev.keyplan.parser.antlr.KeyplanParser.InfixTermContext;
import dev.keyplan.parser.antlr.KeyplanParser.ListTermContext;
import dev.keyplan.parser.antlr.KeyplanParser.NegationContext;
import dev.keyplan.parser.antlr.KeyplanParserBaseVisitor;
import dev.keyplan.syntax.Condition;
import java.util.List;

/** Builds conditions. Parentheses leave no trace but the shape of the tree. */
final class ConditionBuilder extends KeyplanParserBaseVisitor<Condition> {
  private final Spans spans;
  private final WordBuilder words;
  private final OperandBuilder operands;

  ConditionBuilder(Spans spans, WordBuilder words, OperandBuilder operands) {
    this.spans = spans;
    this.words = words;
    this.operands = operands;
  }

  Condition condition(ConditionContext context) {
    return visit(context);
  }

  @Override
  public Condition visitCondition(ConditionContext context) {
    List<Condition> conditions = context.conjunction().stream().map(this::visit).toList();
    return conditions.size() == 1
        ? conditions.get(0)
        : new Condition.Any(conditions, spans.of(context));
  }

  @Override
  public Condition visitConjunction(ConjunctionContext context) {
    List<Condition> conditions = context.term().stream().map(this::visit).toList();
    return conditions.size() == 1
        ? conditions.get(0)
        : new Condition.All(conditions, spans.of(context));
  }

  @Override
  public Condition visitNegation(NegationContext context) {
    return new Condition.Not(visit(context.condition()), spans.of(context));
  }

  @Override
  public Condition visitGroup(GroupContext context) {
    return visit(context.condition());
  }

  @Override
  public Condition visitComparisonTerm(ComparisonTermContext context) {
    return new Condition.Comparison(
        operands.operand(context.left),
        operator(context.comparison()),
        operands.operand(context.right),
        spans.of(context));
  }

  @Override
  public Condition visitBetweenTerm(BetweenTermContext context) {
    return new Condition.Between(
        operands.operand(context.operand(0)),
        operands.operand(context.low),
        operands.operand(context.high),
        spans.of(context));
  }

  @Override
  public Condition visitInfixTerm(InfixTermContext context) {
    return new Condition.Infix(
        operands.operand(context.left),
        words.name(context.function),
        operands.operand(context.right),
        spans.of(context));
  }

  @Override
  public Condition visitListTerm(ListTermContext context) {
    return new Condition.OneOf(
        operands.operand(context.left),
        words.name(context.IN().getSymbol()),
        context.values.stream().map(operands::operand).toList(),
        spans.of(context));
  }

  @Override
  public Condition visitCallTerm(CallTermContext context) {
    return new Condition.Call(
        words.name(context.call().function), operands.arguments(context.call()), spans.of(context));
  }

  @Override
  public Condition visitBareTerm(BareTermContext context) {
    return new Condition.Bare(operands.path(context.path()));
  }

  private static Condition.Operator operator(ComparisonContext context) {
    if (context.GREATER() != null) {
      return context.EQUAL() == null
          ? Condition.Operator.GREATER
          : Condition.Operator.GREATER_OR_EQUAL;
    }
    if (context.LESS() != null) {
      return Condition.Operator.LESS;
    }
    if (context.LESS_EQUAL() != null) {
      return Condition.Operator.LESS_OR_EQUAL;
    }
    return context.NOT_EQUAL() == null ? Condition.Operator.EQUAL : Condition.Operator.NOT_EQUAL;
  }
}
