package dev.keyplan.parser;

import dev.keyplan.diagnostic.Diagnostic;
import dev.keyplan.diagnostic.Fix;
import dev.keyplan.parser.antlr.KeyplanLexer;
import dev.keyplan.parser.antlr.KeyplanParser;
import dev.keyplan.source.Span;
import java.util.Optional;

/** Signs that the language does not have, and that could not be read as anything else. */
final class ForeignExplanation implements Explanation {
  private final Spans spans;

  ForeignExplanation(Spans spans) {
    this.spans = spans;
  }

  @Override
  public Optional<Diagnostic> explain(Mistake mistake) {
    Span span = spans.of(mistake.offending());
    String text = mistake.offending().getText();
    return switch (mistake.offending().getType()) {
      case KeyplanLexer.GLUED_NUMBER -> Optional.of(gluedNumber(span));
      case KeyplanLexer.DOLLAR_NAME -> Optional.of(dollarName(span, text));
      case KeyplanLexer.HASH_COMMENT -> Optional.of(unquotedTemplate(span));
      case KeyplanLexer.ELLIPSIS -> Optional.of(ellipsis(span));
      case KeyplanLexer.BANG ->
          Optional.of(
              Diagnostic.error("FOREIGN_SIGN", span, "negation is written `not ( … )`")
                  .withHint("write `not (status = DELIVERED)`, or `<>` for inequality"));
      case KeyplanLexer.ARROW ->
          text.equals("=>") && mistake.isElement(KeyplanParser.RULE_clause)
              ? Optional.of(
                  Diagnostic.error("FOREIGN_SIGN", span, "`=>` is no operator")
                      .withHint("write `>=`")
                      .withFix(Fix.replace("Write `>=`", span, ">=")))
              : Optional.of(
                  Diagnostic.error("FOREIGN_SIGN", span, "`%s` has no meaning".formatted(text))
                      .withHint(
                          mistake.isWithin(KeyplanParser.RULE_patternDeclaration)
                              ? "what a pattern returns follows from its entities and `select`"
                              : "write " + Expectation.of(mistake).example()));
      case KeyplanLexer.MINUS -> hyphen(mistake, span);
      case KeyplanLexer.UNKNOWN -> Optional.of(unknown(span, text));
      default -> Optional.empty();
    };
  }

  private static Optional<Diagnostic> hyphen(Mistake mistake, Span span) {
    boolean isInName =
        mistake
            .before()
            .filter(TokenKinds::isWord)
            .filter(before -> TokenKinds.touch(before, mistake.offending()))
            .isPresent();
    return isInName
        ? Optional.of(
            Diagnostic.error("SYNTAX_ERROR", span, "a name has no hyphen")
                .withHint(
                    "join the words: `groupId`; the name in DynamoDB may follow in quotes:"
                        + " `groupId \"group-id\"`"))
        : Optional.empty();
  }

  private static Diagnostic gluedNumber(Span span) {
    return Diagnostic.error(
            "MALFORMED_NUMBER", span, "`%s` is neither a number nor a name".formatted(span.text()))
        .withHint("a name begins with a letter, and a number has digits alone: `40_000`, `1.5`");
  }

  private static Diagnostic dollarName(Span span, String text) {
    String name = text.replaceAll("[${}]", "");
    return Diagnostic.error("FOREIGN_SIGN", span, "a parameter begins with `:`")
        .withHint("write `:%s`".formatted(name))
        .withFix(Fix.replace("Write a `:`", span, ":" + name));
  }

  private static Diagnostic unquotedTemplate(Span span) {
    return Diagnostic.error("SYNTAX_ERROR", span, "this text has no quotes")
        .withHint("write `\"ORDER#{id}\"`");
  }

  private static Diagnostic ellipsis(Span span) {
    return Diagnostic.error("FOREIGN_SIGN", span, "a range has two dots")
        .withHint("write `1..64`")
        .withFix(Fix.replace("Write two dots", span, ".."));
  }

  private static Diagnostic unknown(Span span, String text) {
    int codePoint = text.codePointAt(0);
    Diagnostic diagnostic =
        Diagnostic.error(
            "UNKNOWN_CHARACTER",
            span,
            codePoint < 128
                ? "`%s` is no sign of the language".formatted(text)
                : "`%s` (U+%04X) is no letter and no sign of the language"
                    .formatted(text, codePoint));
    if (codePoint == '|' || codePoint == '&') {
      return diagnostic.withHint(
          "conditions are joined with `or` and `and`; what may be absent has a `?` behind its"
              + " type");
    }
    return codePoint < 128
        ? diagnostic
        : diagnostic.withHint("names have letters, digits and `_`; other characters need quotes");
  }
}
