package dev.keyplan.parser;

import dev.keyplan.parser.antlr.KeyplanParser.LiteralContext;
import dev.keyplan.parser.antlr.KeyplanParser.NumberLiteralContext;
import dev.keyplan.parser.antlr.KeyplanParser.TextLiteralContext;
import dev.keyplan.parser.antlr.KeyplanParser.WordLiteralContext;
import dev.keyplan.syntax.Literal;
import dev.keyplan.syntax.WordLiteral;
import java.util.List;

/** Builds values that are written out. */
final class LiteralBuilder {
  private final WordBuilder words;
  private final TextBuilder texts;

  LiteralBuilder(WordBuilder words, TextBuilder texts) {
    this.words = words;
    this.texts = texts;
  }

  Literal literal(LiteralContext context) {
    if (context instanceof NumberLiteralContext number) {
      return words.number(number.number());
    }
    if (context instanceof TextLiteralContext text) {
      return texts.plain(text.text());
    }
    return new WordLiteral(words.qualifiedName(((WordLiteralContext) context).qualifiedName()));
  }

  List<Literal> literals(List<LiteralContext> contexts) {
    return contexts.stream().map(this::literal).toList();
  }
}
