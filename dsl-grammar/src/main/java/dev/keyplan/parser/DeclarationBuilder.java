package dev.keyplan.parser;

import dev.keyplan.parser.antlr.KeyplanParser.DeclarationContext;
import dev.keyplan.parser.antlr.KeyplanParser.EntityDeclarationContext;
import dev.keyplan.parser.antlr.KeyplanParser.EnumConstantContext;
import dev.keyplan.parser.antlr.KeyplanParser.EnumDeclarationContext;
import dev.keyplan.parser.antlr.KeyplanParser.OperationContext;
import dev.keyplan.parser.antlr.KeyplanParser.PatternDeclarationContext;
import dev.keyplan.parser.antlr.KeyplanParser.QualifiedNameContext;
import dev.keyplan.parser.antlr.KeyplanParser.StructDeclarationContext;
import dev.keyplan.parser.antlr.KeyplanParser.StructMemberContext;
import dev.keyplan.parser.antlr.KeyplanParser.TableDeclarationContext;
import dev.keyplan.parser.antlr.KeyplanParser.TextContext;
import dev.keyplan.parser.antlr.KeyplanParserBaseVisitor;
import dev.keyplan.source.Span;
import dev.keyplan.syntax.AttributeDeclaration;
import dev.keyplan.syntax.Clause;
import dev.keyplan.syntax.Declaration;
import dev.keyplan.syntax.Documentation;
import dev.keyplan.syntax.EntityDeclaration;
import dev.keyplan.syntax.EnumDeclaration;
import dev.keyplan.syntax.Operation;
import dev.keyplan.syntax.PatternDeclaration;
import dev.keyplan.syntax.QualifiedName;
import dev.keyplan.syntax.StructDeclaration;
import dev.keyplan.syntax.TableDeclaration;
import dev.keyplan.syntax.TextLiteral;
import java.util.List;
import java.util.Optional;
import org.antlr.v4.runtime.ParserRuleContext;

/**
 * Builds declarations. One whose name could not be read is left out; of any other, what could be
 * read is kept.
 */
final class DeclarationBuilder extends KeyplanParserBaseVisitor<Optional<Declaration>> {
  private final Spans spans;
  private final DocumentationFinder documentation;
  private final Problems problems;
  private final WordBuilder words;
  private final TextBuilder texts;
  private final AttributeBuilder attributes;
  private final TableBuilder tables;
  private final EntityBuilder entities;
  private final ClauseBuilder clauses;
  private final OperationBuilder operations;

  DeclarationBuilder(
      Spans spans, WordBuilder words, DocumentationFinder documentation, Problems problems) {
    this.spans = spans;
    this.documentation = documentation;
    this.problems = problems;
    this.words = words;
    this.texts = new TextBuilder(spans, words, problems);
    OperandBuilder operands = new OperandBuilder(spans, words, texts);
    ConditionBuilder conditions = new ConditionBuilder(spans, words, operands);
    this.attributes = new AttributeBuilder(spans, words, texts, documentation);
    this.tables = new TableBuilder(spans, words, texts, documentation, problems);
    this.entities = new EntityBuilder(spans, words, texts, attributes, conditions);
    this.clauses = new ClauseBuilder(spans, words, operands, conditions);
    this.operations = new OperationBuilder(spans, words, clauses);
  }

  Optional<Declaration> declaration(DeclarationContext context) {
    ParserRuleContext only = context.getChild(ParserRuleContext.class, 0);
    return only == null ? Optional.empty() : visit(only);
  }

  @Override
  public Optional<Declaration> visitTableDeclaration(TableDeclarationContext context) {
    if (context.tableHead() == null || context.tableHead().name == null) {
      return Optional.empty();
    }
    Optional<Documentation> above = documentation.above(context.getStart());
    Optional<TextLiteral> tableName = text(context.tableHead().tableName);
    List<TableDeclaration.Member> members = tables.members(context);
    Span span = spans.of(context);
    return Optional.of(
        new TableDeclaration(
            above,
            words.name(context.tableHead().name),
            tableName,
            members,
            isBroken(context, span),
            span));
  }

  @Override
  public Optional<Declaration> visitEntityDeclaration(EntityDeclarationContext context) {
    if (context.entityHead() == null || context.entityHead().name == null) {
      return Optional.empty();
    }
    Optional<Documentation> above = documentation.above(context.getStart());
    Optional<TextLiteral> typeValue = text(context.entityHead().typeValue);
    List<EntityDeclaration.Member> members = entities.members(context);
    Span span = spans.of(context);
    return Optional.of(
        new EntityDeclaration(
            above,
            words.name(context.entityHead().name),
            typeValue,
            qualifiedName(context.entityHead().table),
            members,
            isBroken(context, span),
            span));
  }

  @Override
  public Optional<Declaration> visitStructDeclaration(StructDeclarationContext context) {
    if (context.head() == null || context.head().name == null) {
      return Optional.empty();
    }
    Optional<Documentation> above = documentation.above(context.getStart());
    List<AttributeDeclaration> members =
        context.structMember().stream()
            .filter(Contexts::isComplete)
            .map(StructMemberContext::attribute)
            .map(attributes::attribute)
            .toList();
    Span span = spans.of(context);
    return Optional.of(
        new StructDeclaration(
            above, words.name(context.head().name), members, isBroken(context, span), span));
  }

  @Override
  public Optional<Declaration> visitEnumDeclaration(EnumDeclarationContext context) {
    if (context.head() == null || context.head().name == null) {
      return Optional.empty();
    }
    Optional<Documentation> above = documentation.above(context.getStart());
    List<EnumDeclaration.Constant> constants =
        context.enumConstant().stream().filter(Contexts::isComplete).map(this::constant).toList();
    Span span = spans.of(context);
    return Optional.of(
        new EnumDeclaration(
            above, words.name(context.head().name), constants, isBroken(context, span), span));
  }

  @Override
  public Optional<Declaration> visitPatternDeclaration(PatternDeclarationContext context) {
    if (context.head() == null || context.head().name == null) {
      return Optional.empty();
    }
    Optional<Documentation> above = documentation.above(context.getStart());
    Optional<Operation> operation = operation(context.operation());
    List<Clause> written = clauses.clauses(context.clause());
    Span span = spans.of(context);
    return Optional.of(
        new PatternDeclaration(
            above,
            words.name(context.head().name),
            operation,
            written,
            isBroken(context, span),
            span));
  }

  private EnumDeclaration.Constant constant(EnumConstantContext context) {
    return new EnumDeclaration.Constant(
        documentation.above(context.getStart()),
        words.name(context.name),
        text(context.storedText),
        spans.of(context));
  }

  private Optional<Operation> operation(OperationContext context) {
    return Optional.ofNullable(context).filter(Contexts::isComplete).map(operations::operation);
  }

  private Optional<TextLiteral> text(TextContext context) {
    return Optional.ofNullable(context).map(texts::plain);
  }

  private Optional<QualifiedName> qualifiedName(QualifiedNameContext context) {
    return Optional.ofNullable(context).map(words::qualifiedName);
  }

  private boolean isBroken(ParserRuleContext context, Span span) {
    return !Contexts.isComplete(context) || problems.isBroken(span);
  }
}
