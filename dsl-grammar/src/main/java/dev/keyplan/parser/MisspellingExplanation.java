package dev.keyplan.parser;

import dev.keyplan.diagnostic.Diagnostic;
import dev.keyplan.diagnostic.DidYouMean;
import dev.keyplan.parser.antlr.KeyplanLexer;
import dev.keyplan.parser.antlr.KeyplanParser;
import java.util.Optional;
import java.util.stream.Stream;
import org.antlr.v4.runtime.Token;

/**
 * A keyword that is misspelt, or that another language would use here. The parser stumbles over it,
 * or over what follows: {@code volum 40 items} looks like an attribute until the number.
 */
final class MisspellingExplanation implements Explanation {
  private final Spans spans;

  MisspellingExplanation(Spans spans) {
    this.spans = spans;
  }

  @Override
  public Optional<Diagnostic> explain(Mistake mistake) {
    Keywords keywords = Keywords.at(mistake);
    return suspects(mistake)
        .filter(token -> token.getType() == KeyplanLexer.IDENT)
        .flatMap(token -> misspelling(token, keywords).stream())
        .findFirst();
  }

  private static Stream<Token> suspects(Mistake mistake) {
    boolean isAttribute =
        mistake.isAbandoned(KeyplanParser.RULE_entityMember)
            || mistake.isAbandoned(KeyplanParser.RULE_structMember);
    if (!isAttribute) {
      return Stream.concat(
          Stream.of(mistake.offending()),
          Stream.concat(mistake.before().stream(), Stream.of(mistake.first())));
    }
    // `ky string` lacks a colon; `ky "ORDER#{id}"` does not.
    boolean isType = TypeExplanation.isBuiltIn(mistake.offending().getText());
    return isType || mistake.isAtLineEnd() || mistake.tokens().size() > 4
        ? Stream.empty()
        : Stream.of(mistake.first());
  }

  private Optional<Diagnostic> misspelling(Token token, Keywords keywords) {
    return keywords
        .synonym(token.getText())
        .or(() -> DidYouMean.suggestion(token.getText(), keywords.words()))
        .map(meant -> Misspelling.of(spans.of(token), meant));
  }
}
