package dev.keyplan.parser;

import dev.keyplan.parser.antlr.KeyplanParser.AttributeContext;
import dev.keyplan.parser.antlr.KeyplanParser.TraitContext;
import dev.keyplan.syntax.AttributeDeclaration;
import dev.keyplan.syntax.AttributeDeclaration.Trait;
import java.util.Optional;

/** Builds the attributes of entities and structs. */
final class AttributeBuilder {
  private final Spans spans;
  private final WordBuilder words;
  private final TextBuilder texts;
  private final TypeBuilder types;
  private final DocumentationFinder documentation;

  AttributeBuilder(
      Spans spans, WordBuilder words, TextBuilder texts, DocumentationFinder documentation) {
    this.spans = spans;
    this.words = words;
    this.texts = texts;
    this.types = new TypeBuilder(spans, words, texts.literals());
    this.documentation = documentation;
  }

  AttributeDeclaration attribute(AttributeContext context) {
    return new AttributeDeclaration(
        documentation.above(context.getStart()),
        words.name(context.name),
        Optional.ofNullable(context.storedName).map(texts::plain),
        types.type(context.typeReference()),
        context.optional != null,
        Optional.ofNullable(context.defaultValue).map(texts.literals()::literal),
        context.trait().stream().map(this::trait).toList(),
        spans.of(context));
  }

  private Trait trait(TraitContext context) {
    return new Trait(
        words.name(context.word()),
        texts.literals().literals(context.literal()),
        spans.of(context));
  }
}
