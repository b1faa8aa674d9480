package dev.keyplan.parser;

import dev.keyplan.parser.antlr.KeyplanParser.ElementStepContext;
import dev.keyplan.parser.antlr.KeyplanParser.EntryStepContext;
import dev.keyplan.parser.antlr.KeyplanParser.MemberStepContext;
import dev.keyplan.parser.antlr.KeyplanParser.NamedEntryStepContext;
import dev.keyplan.parser.antlr.KeyplanParser.ParameterContext;
import dev.keyplan.parser.antlr.KeyplanParser.PathContext;
import dev.keyplan.parser.antlr.KeyplanParser.PathStepContext;
import dev.keyplan.syntax.NumberLiteral;
import dev.keyplan.syntax.Operand;
import dev.keyplan.syntax.Path;
import java.util.ArrayList;
import java.util.List;
import org.antlr.v4.runtime.Token;

/** Builds paths into items. */
final class PathBuilder {
  private final Spans spans;
  private final WordBuilder words;
  private final TextBuilder texts;

  PathBuilder(Spans spans, WordBuilder words, TextBuilder texts) {
    this.spans = spans;
    this.words = words;
    this.texts = texts;
  }

  Path path(PathContext context) {
    List<Path.Step> steps = new ArrayList<>();
    steps.add(new Path.Member(words.name(context.word())));
    for (PathStepContext step : context.pathStep()) {
      steps.add(step(step));
    }
    return new Path(steps, spans.of(context));
  }

  List<Path> paths(List<PathContext> contexts) {
    return contexts.stream().map(this::path).toList();
  }

  /** {@code :since}. */
  Operand.ParameterOperand parameter(ParameterContext context) {
    return new Operand.ParameterOperand(words.name(context.word()), spans.of(context));
  }

  private Path.Step step(PathStepContext context) {
    if (context instanceof MemberStepContext member) {
      return new Path.Member(words.name(member.word()));
    }
    if (context instanceof EntryStepContext entry) {
      return new Path.Entry(
          new Operand.LiteralOperand(texts.plain(entry.text())), spans.of(context));
    }
    if (context instanceof NamedEntryStepContext entry) {
      return new Path.Entry(parameter(entry.parameter()), spans.of(context));
    }
    Token index = ((ElementStepContext) context).NUMBER().getSymbol();
    NumberLiteral number = new NumberLiteral(WordBuilder.value(index), spans.of(index));
    return new Path.Element(number, spans.of(context));
  }
}
