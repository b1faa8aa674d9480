package dev.keyplan.parser;

import dev.keyplan.diagnostic.Diagnostic;
import dev.keyplan.diagnostic.DidYouMean;
import dev.keyplan.parser.antlr.KeyplanLexer;
import dev.keyplan.parser.antlr.KeyplanParser;
import dev.keyplan.parser.antlr.KeyplanParser.PatternDeclarationContext;
import java.util.Optional;
import java.util.stream.Stream;
import org.antlr.v4.runtime.Token;

/**
 * A keyword that is misspelt, or that another language would use here. The parser stumbles over it,
 * or over what follows: {@code volum 40 items} looks like an attribute until the number.
 */
final class MisspellingExplanation implements Explanation {
  private final TokenLines lines;
  private final Spans spans;

  MisspellingExplanation(TokenLines lines, Spans spans) {
    this.lines = lines;
    this.spans = spans;
  }

  @Override
  public Optional<Diagnostic> explain(Mistake mistake) {
    Keywords keywords = Keywords.at(mistake);
    return suspects(mistake)
        .filter(token -> token.getType() == KeyplanLexer.IDENT)
        .filter(token -> !isProperName(token, mistake))
        .flatMap(token -> misspelling(token, keywords).stream())
        .findFirst();
  }

  private Stream<Token> suspects(Mistake mistake) {
    boolean isAttribute =
        mistake.isWithin(KeyplanParser.RULE_entityDeclaration)
            || mistake.isWithin(KeyplanParser.RULE_structDeclaration);
    if (mistake.isWithin(KeyplanParser.RULE_tableDeclaration)) {
      // A misspelt `index` looks like a setting, and so does what follows it.
      return Stream.of(mistake.offending(), lines.firstOfLine(mistake.offending()));
    }
    if (!isAttribute) {
      return mistake.isBehind()
          ? Stream.of(mistake.offending())
          : Stream.concat(Stream.of(mistake.offending()), mistake.before().stream());
    }
    // `ky string` lacks a colon; `ky "ORDER#{id}"` does not.
    boolean isType = TypeExplanation.isBuiltIn(mistake.offending().getText());
    boolean isBegun = !mistake.isBehind() && !mistake.isAtLineEnd();
    return isBegun && !isType ? Stream.of(mistake.first()) : Stream.empty();
  }

  /** Entities are written so: `Order` within a line is not the clause. */
  private boolean isProperName(Token token, Mistake mistake) {
    String text = token.getText();
    return Character.isUpperCase(text.charAt(0))
        && text.chars().skip(1).anyMatch(Character::isLowerCase)
        && (!lines.isFirst(token.getTokenIndex()) || isVerbMissing(mistake));
  }

  private static boolean isVerbMissing(Mistake mistake) {
    return mistake.context() instanceof PatternDeclarationContext pattern
        && pattern.operation() == null
        && pattern.clause().isEmpty();
  }

  private Optional<Diagnostic> misspelling(Token token, Keywords keywords) {
    return keywords
        .synonym(token.getText())
        .map(meant -> Misspelling.foreign(spans.of(token), meant))
        .or(
            () ->
                DidYouMean.suggestion(token.getText(), keywords.words())
                    .map(meant -> Misspelling.of(spans.of(token), meant)));
  }
}
