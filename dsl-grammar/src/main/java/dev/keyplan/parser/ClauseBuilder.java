package dev.keyplan.parser;

import dev.keyplan.parser.antlr.KeyplanParser.AddClauseContext;
import dev.keyplan.parser.antlr.KeyplanParser.AppendClauseContext;
import dev.keyplan.parser.antlr.KeyplanParser.AssignedValueContext;
import dev.keyplan.parser.antlr.KeyplanParser.AssignmentContext;
import dev.keyplan.parser.antlr.KeyplanParser.ClauseContext;
import dev.keyplan.parser.antlr.KeyplanParser.ConsistentClauseContext;
import dev.keyplan.parser.antlr.KeyplanParser.ExpectClauseContext;
import dev.keyplan.parser.antlr.KeyplanParser.FetchClauseContext;
import dev.keyplan.parser.antlr.KeyplanParser.FilterClauseContext;
import dev.keyplan.parser.antlr.KeyplanParser.IfClauseContext;
import dev.keyplan.parser.antlr.KeyplanParser.LimitClauseContext;
import dev.keyplan.parser.antlr.KeyplanParser.OrderClauseContext;
import dev.keyplan.parser.antlr.KeyplanParser.PageClauseContext;
import dev.keyplan.parser.antlr.KeyplanParser.PrependClauseContext;
import dev.keyplan.parser.antlr.KeyplanParser.RateClauseContext;
import dev.keyplan.parser.antlr.KeyplanParser.RemovalContext;
import dev.keyplan.parser.antlr.KeyplanParser.RemoveClauseContext;
import dev.keyplan.parser.antlr.KeyplanParser.ReturnsClauseContext;
import dev.keyplan.parser.antlr.KeyplanParser.SelectClauseContext;
import dev.keyplan.parser.antlr.KeyplanParser.SetClauseContext;
import dev.keyplan.parser.antlr.KeyplanParser.ViaClauseContext;
import dev.keyplan.parser.antlr.KeyplanParser.WhereClauseContext;
import dev.keyplan.parser.antlr.KeyplanParser.WithClauseContext;
import dev.keyplan.parser.antlr.KeyplanParserBaseVisitor;
import dev.keyplan.syntax.Clause;
import dev.keyplan.syntax.Operand;
import java.util.List;
import java.util.Optional;

/** Builds the clauses of patterns and of the members of transactions. */
final class ClauseBuilder extends KeyplanParserBaseVisitor<Clause> {
  private final Spans spans;
  private final WordBuilder words;
  private final OperandBuilder operands;
  private final ConditionBuilder conditions;

  ClauseBuilder(
      Spans spans, WordBuilder words, OperandBuilder operands, ConditionBuilder conditions) {
    this.spans = spans;
    this.words = words;
    this.operands = operands;
    this.conditions = conditions;
  }

  /** The clauses that could be read to their end. */
  List<Clause> clauses(List<ClauseContext> contexts) {
    return contexts.stream().filter(Contexts::isComplete).map(this::visit).toList();
  }

  @Override
  public Clause visitWhereClause(WhereClauseContext context) {
    return new Clause.Where(conditions.condition(context.condition()), spans.of(context));
  }

  @Override
  public Clause visitFilterClause(FilterClauseContext context) {
    return new Clause.Filter(conditions.condition(context.condition()), spans.of(context));
  }

  @Override
  public Clause visitIfClause(IfClauseContext context) {
    return new Clause.If(conditions.condition(context.condition()), spans.of(context));
  }

  @Override
  public Clause visitOrderClause(OrderClauseContext context) {
    return new Clause.Order(
        operands.paths(context.path()),
        Optional.ofNullable(context.direction).map(words::name),
        spans.of(context));
  }

  @Override
  public Clause visitLimitClause(LimitClauseContext context) {
    return new Clause.Limit(words.number(context.number()), spans.of(context));
  }

  @Override
  public Clause visitPageClause(PageClauseContext context) {
    return new Clause.Page(words.number(context.number()), spans.of(context));
  }

  @Override
  public Clause visitConsistentClause(ConsistentClauseContext context) {
    return new Clause.Consistent(spans.of(context));
  }

  @Override
  public Clause visitFetchClause(FetchClauseContext context) {
    return new Clause.Fetch(spans.of(context));
  }

  @Override
  public Clause visitSelectClause(SelectClauseContext context) {
    return new Clause.Select(
        operands.paths(context.path()),
        Optional.ofNullable(context.alias).map(words::name),
        spans.of(context));
  }

  @Override
  public Clause visitViaClause(ViaClauseContext context) {
    return new Clause.Via(words.name(context.word()), spans.of(context));
  }

  @Override
  public Clause visitRateClause(RateClauseContext context) {
    return new Clause.Rate(
        words.number(context.number()), words.name(context.unit), spans.of(context));
  }

  @Override
  public Clause visitExpectClause(ExpectClauseContext context) {
    return new Clause.Expect(
        words.number(context.number()), words.name(context.unit), spans.of(context));
  }

  @Override
  public Clause visitWithClause(WithClauseContext context) {
    return new Clause.With(words.name(context.state), spans.of(context));
  }

  @Override
  public Clause visitReturnsClause(ReturnsClauseContext context) {
    return new Clause.Returns(words.name(context.state), spans.of(context));
  }

  @Override
  public Clause visitSetClause(SetClauseContext context) {
    return new Clause.Set(
        context.assignment().stream().map(this::assignment).toList(), spans.of(context));
  }

  @Override
  public Clause visitAddClause(AddClauseContext context) {
    return new Clause.Add(
        operands.path(context.path()),
        context.EACH() != null,
        operands.operand(context.operand()),
        spans.of(context));
  }

  @Override
  public Clause visitAppendClause(AppendClauseContext context) {
    return new Clause.Append(
        operands.path(context.path()),
        false,
        context.EACH() != null,
        operands.operand(context.operand()),
        spans.of(context));
  }

  @Override
  public Clause visitPrependClause(PrependClauseContext context) {
    return new Clause.Append(
        operands.path(context.path()),
        true,
        context.EACH() != null,
        operands.operand(context.operand()),
        spans.of(context));
  }

  @Override
  public Clause visitRemoveClause(RemoveClauseContext context) {
    return new Clause.Remove(
        context.removal().stream().map(this::removal).toList(), spans.of(context));
  }

  private Clause.Removal removal(RemovalContext context) {
    return new Clause.Removal(
        operands.path(context.path()),
        context.EACH() != null,
        Optional.ofNullable(context.elements()).map(operands::elements),
        spans.of(context));
  }

  private Clause.Assignment assignment(AssignmentContext context) {
    return new Clause.Assignment(
        operands.path(context.path()),
        Optional.ofNullable(context.assignedValue()).map(this::assignedValue),
        spans.of(context));
  }

  private Operand assignedValue(AssignedValueContext context) {
    Operand left = operands.operand(context.left);
    if (context.operator == null) {
      return left;
    }
    return new Operand.ArithmeticOperand(
        left, context.MINUS() != null, operands.operand(context.right), spans.of(context));
  }
}
