package dev.keyplan.parser;

import dev.keyplan.parser.antlr.KeyplanParser.ArgumentContext;
import dev.keyplan.parser.antlr.KeyplanParser.NumberContext;
import dev.keyplan.parser.antlr.KeyplanParser.RangeContext;
import dev.keyplan.parser.antlr.KeyplanParser.TypeReferenceContext;
import dev.keyplan.parser.antlr.KeyplanParser.ValueContext;
import dev.keyplan.syntax.NumberLiteral;
import dev.keyplan.syntax.TypeReference;
import java.util.Optional;

/** Builds types as they are written; whether they exist is asked later. */
final class TypeBuilder {
  private final Spans spans;
  private final WordBuilder words;
  private final LiteralBuilder literals;

  TypeBuilder(Spans spans, WordBuilder words, LiteralBuilder literals) {
    this.spans = spans;
    this.words = words;
    this.literals = literals;
  }

  TypeReference type(TypeReferenceContext context) {
    return new TypeReference(
        words.qualifiedName(context.qualifiedName()),
        context.argument().stream().map(this::argument).toList(),
        context.typeReference().stream().map(this::type).toList(),
        spans.of(context));
  }

  private TypeReference.Argument argument(ArgumentContext context) {
    if (context instanceof ValueContext value) {
      return new TypeReference.Value(literals.literal(value.literal()));
    }
    RangeContext range = (RangeContext) context;
    return new TypeReference.Range(end(range.low), end(range.high), spans.of(range));
  }

  private Optional<NumberLiteral> end(NumberContext number) {
    return Optional.ofNullable(number).map(words::number);
  }
}
