package dev.keyplan.parser;

import dev.keyplan.diagnostic.Diagnostic;
import dev.keyplan.parser.antlr.KeyplanLexer;
import dev.keyplan.parser.antlr.KeyplanParser;
import java.util.Optional;
import java.util.Set;

/** Something else than texts in quotes behind {@code was}. */
final class FormerNameExplanation implements Explanation {
  private static final Set<Integer> SIGNS =
      Set.of(KeyplanLexer.COLON, KeyplanLexer.EQUAL, KeyplanLexer.LPAREN, KeyplanLexer.LBRACKET);

  private final Spans spans;

  FormerNameExplanation(Spans spans) {
    this.spans = spans;
  }

  @Override
  public Optional<Diagnostic> explain(Mistake mistake) {
    if (!mistake.isElement(KeyplanParser.RULE_entityMember, KeyplanLexer.WAS)) {
      return Optional.empty();
    }
    String name = mistake.offending().getText();
    if (mistake.tokens().size() == 1 && TokenKinds.isWord(mistake.offending())) {
      return mistake.isAtLineEnd() || TypeExplanation.isBuiltIn(name)
          ? Optional.empty()
          : Optional.of(
              Diagnostic.error(
                      "SYNTAX_ERROR",
                      spans.of(mistake.offending()),
                      "a former name stands in quotes")
                  .withHint("write `was \"" + name + "\"`"));
    }
    boolean isSign = SIGNS.contains(mistake.offending().getType());
    boolean isQuoteBehindColon =
        mistake.offending().getType() == KeyplanLexer.QUOTE && mistake.tokens().size() == 2;
    if (!isSign && !isQuoteBehindColon) {
      return Optional.empty();
    }
    return Optional.of(
        Diagnostic.error(
                "SYNTAX_ERROR",
                spans.of(isSign ? mistake.offending() : mistake.tokens().get(1)),
                "no `%s` stands between `was` and the former names"
                    .formatted(isSign ? name : mistake.tokens().get(1).getText()))
            .withHint("write `was \"Customer\"`, or `was \"Customer\", \"Buyer\"`"));
  }
}
