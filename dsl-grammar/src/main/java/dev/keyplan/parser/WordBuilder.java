package dev.keyplan.parser;

import dev.keyplan.parser.antlr.KeyplanParser.ElementStepContext;
import dev.keyplan.parser.antlr.KeyplanParser.MemberStepContext;
import dev.keyplan.parser.antlr.KeyplanParser.NumberContext;
import dev.keyplan.parser.antlr.KeyplanParser.PathContext;
import dev.keyplan.parser.antlr.KeyplanParser.PathStepContext;
import dev.keyplan.parser.antlr.KeyplanParser.QualifiedNameContext;
import dev.keyplan.parser.antlr.KeyplanParser.WordContext;
import dev.keyplan.syntax.Name;
import dev.keyplan.syntax.NumberLiteral;
import dev.keyplan.syntax.Path;
import dev.keyplan.syntax.QualifiedName;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import org.antlr.v4.runtime.Token;

/** Builds what consists of words and numbers alone. */
final class WordBuilder {
  private final Spans spans;

  WordBuilder(Spans spans) {
    this.spans = spans;
  }

  Name name(WordContext context) {
    return name(context.getStart());
  }

  Name name(Token token) {
    return new Name(token.getText(), spans.of(token));
  }

  QualifiedName qualifiedName(QualifiedNameContext context) {
    return new QualifiedName(context.word().stream().map(this::name).toList(), spans.of(context));
  }

  NumberLiteral number(NumberContext context) {
    BigDecimal value = value(context.NUMBER().getSymbol());
    return new NumberLiteral(context.MINUS() == null ? value : value.negate(), spans.of(context));
  }

  Path path(PathContext context) {
    List<Path.Step> steps = new ArrayList<>();
    steps.add(new Path.Member(name(context.word())));
    for (PathStepContext step : context.pathStep()) {
      steps.add(step(step));
    }
    return new Path(steps, spans.of(context));
  }

  List<Path> paths(List<PathContext> contexts) {
    return contexts.stream().map(this::path).toList();
  }

  private Path.Step step(PathStepContext context) {
    if (context instanceof MemberStepContext member) {
      return new Path.Member(name(member.word()));
    }
    Token index = ((ElementStepContext) context).NUMBER().getSymbol();
    NumberLiteral number = new NumberLiteral(value(index), spans.of(index));
    return new Path.Element(number, spans.of(context));
  }

  private static BigDecimal value(Token digits) {
    return new BigDecimal(digits.getText().replace("_", ""));
  }
}
