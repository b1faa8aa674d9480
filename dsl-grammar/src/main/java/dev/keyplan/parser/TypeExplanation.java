package dev.keyplan.parser;

import dev.keyplan.diagnostic.Diagnostic;
import dev.keyplan.parser.antlr.KeyplanLexer;
import dev.keyplan.parser.antlr.KeyplanParser;
import dev.keyplan.source.Span;
import java.util.Optional;
import java.util.Set;

/** Mistakes in types. */
final class TypeExplanation implements Explanation {
  private static final Set<String> BUILT_IN =
      Set.of(
          "string",
          "int",
          "long",
          "decimal",
          "double",
          "boolean",
          "binary",
          "uuid",
          "ulid",
          "timestamp",
          "epoch",
          "date",
          "json",
          "map",
          "list",
          "set",
          "String",
          "Integer",
          "Long",
          "Boolean",
          "UUID",
          "number",
          "Number");

  private final Spans spans;

  TypeExplanation(Spans spans) {
    this.spans = spans;
  }

  /** Whether a word is the name of a type, here or where people come from. */
  static boolean isBuiltIn(String word) {
    return BUILT_IN.contains(word);
  }

  @Override
  public Optional<Diagnostic> explain(Mistake mistake) {
    if (!mistake.isWithin(KeyplanParser.RULE_typeReference)) {
      return mistake.isWithin(KeyplanParser.RULE_attribute)
          ? behindColon(mistake)
          : Optional.empty();
    }
    Span span = spans.of(mistake.offending());
    if (mistake.isOffending(KeyplanLexer.QUESTION)) {
      return Optional.of(
          Diagnostic.error("SYNTAX_ERROR", span, "an element is never absent")
              .withHint("`?` stands behind the whole type: `list<string>?`"));
    }
    if (mistake.isOffending(KeyplanLexer.MINUS)) {
      return Optional.of(
          Diagnostic.error("SYNTAX_ERROR", span, "a range is written with two dots")
              .withHint("write `string(1..64)`"));
    }
    return behindColon(mistake);
  }

  private static Diagnostic collectionAsDefault(Span bracket) {
    return Diagnostic.error(
            "SYNTAX_ERROR", bracket, "lists, sets, maps and structs have no default")
        .withHint("write `?` behind the type: what is absent can be appended to, too");
  }

  /** The report of a list that is written as elsewhere. */
  static Diagnostic brackets(Span bracket) {
    return Diagnostic.error("SYNTAX_ERROR", bracket, "a list is not written with brackets")
        .withHint("write `list<string>`");
  }

  /** The report of a struct or enum that is written where it is used. */
  static Diagnostic inPlace(Span brace) {
    return Diagnostic.error("SYNTAX_ERROR", brace, "a type is not declared in place")
        .withHint("declare it: `struct Address { street: string }`, and name it here");
  }

  private Optional<Diagnostic> behindColon(Mistake mistake) {
    Span span = spans.of(mistake.offending());
    boolean isDefault = mistake.isBefore(KeyplanLexer.EQUAL);
    if (isDefault
        && (mistake.isOffending(KeyplanLexer.LBRACKET)
            || mistake.isOffending(KeyplanLexer.LBRACE))) {
      return Optional.of(collectionAsDefault(span));
    }
    if (mistake.isOffending(KeyplanLexer.LBRACKET)) {
      return Optional.of(brackets(span));
    }
    if (mistake.isOffending(KeyplanLexer.LBRACE)) {
      return Optional.of(inPlace(span));
    }
    if (mistake.isOffending(KeyplanLexer.QUOTE)) {
      return Optional.of(
          Diagnostic.error("SYNTAX_ERROR", span, "a type has no quotes")
              .withHint("the stored name stands before the colon: `id \"order_id\" : ulid`"));
    }
    return Optional.empty();
  }
}
