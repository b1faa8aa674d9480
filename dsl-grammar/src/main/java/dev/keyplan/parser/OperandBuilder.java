package dev.keyplan.parser;

import dev.keyplan.parser.antlr.KeyplanParser.CallContext;
import dev.keyplan.parser.antlr.KeyplanParser.CallOperandContext;
import dev.keyplan.parser.antlr.KeyplanParser.ElementsContext;
import dev.keyplan.parser.antlr.KeyplanParser.NumberElementsContext;
import dev.keyplan.parser.antlr.KeyplanParser.NumberOperandContext;
import dev.keyplan.parser.antlr.KeyplanParser.OperandContext;
import dev.keyplan.parser.antlr.KeyplanParser.ParameterElementsContext;
import dev.keyplan.parser.antlr.KeyplanParser.ParameterOperandContext;
import dev.keyplan.parser.antlr.KeyplanParser.PathContext;
import dev.keyplan.parser.antlr.KeyplanParser.PathOperandContext;
import dev.keyplan.parser.antlr.KeyplanParser.TextElementsContext;
import dev.keyplan.parser.antlr.KeyplanParser.TextOperandContext;
import dev.keyplan.parser.antlr.KeyplanParserBaseVisitor;
import dev.keyplan.syntax.Operand;
import dev.keyplan.syntax.Path;
import java.util.List;

/** Builds the values of conditions and assignments. */
final class OperandBuilder extends KeyplanParserBaseVisitor<Operand> {
  private final Spans spans;
  private final WordBuilder words;
  private final TextBuilder texts;

  OperandBuilder(Spans spans, WordBuilder words, TextBuilder texts) {
    this.spans = spans;
    this.words = words;
    this.texts = texts;
  }

  Operand operand(OperandContext context) {
    return visit(context);
  }

  /** What is taken out of a set. */
  Operand elements(ElementsContext context) {
    return visit(context);
  }

  Path path(PathContext context) {
    return texts.paths().path(context);
  }

  List<Path> paths(List<PathContext> contexts) {
    return texts.paths().paths(contexts);
  }

  List<Operand> arguments(CallContext context) {
    return context.operand().stream().map(this::operand).toList();
  }

  @Override
  public Operand visitParameterOperand(ParameterOperandContext context) {
    return texts.paths().parameter(context.parameter());
  }

  @Override
  public Operand visitNumberOperand(NumberOperandContext context) {
    return new Operand.LiteralOperand(words.number(context.number()));
  }

  @Override
  public Operand visitTextOperand(TextOperandContext context) {
    return new Operand.LiteralOperand(texts.plain(context.text()));
  }

  @Override
  public Operand visitParameterElements(ParameterElementsContext context) {
    return texts.paths().parameter(context.parameter());
  }

  @Override
  public Operand visitNumberElements(NumberElementsContext context) {
    return new Operand.LiteralOperand(words.number(context.number()));
  }

  @Override
  public Operand visitTextElements(TextElementsContext context) {
    return new Operand.LiteralOperand(texts.plain(context.text()));
  }

  @Override
  public Operand visitCallOperand(CallOperandContext context) {
    return new Operand.CallOperand(
        words.name(context.call().function), arguments(context.call()), spans.of(context));
  }

  @Override
  public Operand visitPathOperand(PathOperandContext context) {
    return new Operand.PathOperand(path(context.path()));
  }
}
