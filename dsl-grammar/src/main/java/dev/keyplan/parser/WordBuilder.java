package dev.keyplan.parser;

import dev.keyplan.parser.antlr.KeyplanParser.NumberContext;
import dev.keyplan.parser.antlr.KeyplanParser.QualifiedNameContext;
import dev.keyplan.parser.antlr.KeyplanParser.WordContext;
import dev.keyplan.syntax.Name;
import dev.keyplan.syntax.NumberLiteral;
import dev.keyplan.syntax.QualifiedName;
import java.math.BigDecimal;
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

  /** The number that digits mean. */
  static BigDecimal value(Token digits) {
    return new BigDecimal(digits.getText().replace("_", ""));
  }
}
