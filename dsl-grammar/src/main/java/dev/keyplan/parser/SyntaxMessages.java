package dev.keyplan.parser;

import dev.keyplan.diagnostic.Diagnostic;
import dev.keyplan.diagnostic.Fix;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.antlr.v4.runtime.Parser;
import org.antlr.v4.runtime.ParserRuleContext;
import org.antlr.v4.runtime.RecognitionException;
import org.antlr.v4.runtime.Token;

/**
 * Says in the user's words what is wrong where the parser could not go on: first whatever knows the
 * mistake, from the particular to the general, and if nobody does, what belongs there. The set of
 * tokens that the parser expected is no help; with soft keywords it is nearly everything.
 */
final class SyntaxMessages {
  private final TokenLines lines;
  private final Spans spans;
  private final List<Explanation> explanations;

  SyntaxMessages(TokenLines lines, Spans spans) {
    this.lines = lines;
    this.spans = spans;
    this.explanations =
        List.of(
            new ForeignExplanation(spans),
            new TextExplanation(spans),
            new IncompleteExplanation(spans),
            new MisspellingExplanation(spans),
            new ParenthesisExplanation(spans),
            new DeclarationExplanation(spans),
            new AttributeExplanation(spans),
            new TypeExplanation(spans),
            new PatternExplanation(spans),
            new ConditionExplanation(spans));
  }

  Diagnostic message(Parser parser, RecognitionException exception) {
    Mistake mistake = mistake(parser, exception.getOffendingToken());
    return explanations.stream()
        .flatMap(explanation -> explanation.explain(mistake).stream())
        .findFirst()
        .orElseGet(() -> general(mistake));
  }

  /** The report of a body whose opening brace is missing behind a token. */
  Diagnostic missingBrace(Token before) {
    return Diagnostic.error(
            "MISSING_BRACE",
            spans.of(before),
            "a `{` is missing behind %s".formatted(Mistake.shown(before)))
        .withFix(Fix.replace("Insert `{`", spans.after(before), " {"));
  }

  private Diagnostic general(Mistake mistake) {
    Expectation expectation = Expectation.of(mistake);
    Optional<Token> before = mistake.before();
    if (mistake.isAtLineEnd() && before.isPresent()) {
      Token last = before.get();
      return Diagnostic.error(
              "SYNTAX_ERROR",
              spans.of(last),
              "something is missing behind %s".formatted(Mistake.shown(last)))
          .withLabel(expectation.what() + " is not complete")
          .withHint("write " + expectation.example());
    }
    return Diagnostic.error(
            "SYNTAX_ERROR",
            spans.of(mistake.offending()),
            "%s does not belong here".formatted(mistake.shown()))
        .withLabel("expected " + expectation.what())
        .withHint("write " + expectation.example());
  }

  private Mistake mistake(Parser parser, Token offending) {
    ParserRuleContext context = parser.getContext();
    ParserRuleContext abandoned = context;
    while (!RecoveringStrategy.isAbandoned(abandoned) && abandoned.getParent() != null) {
      abandoned = abandoned.getParent();
    }
    List<Token> tokens = new ArrayList<>();
    boolean isBody = RecoveringStrategy.isBody(context);
    int first = isBody ? offending.getTokenIndex() : abandoned.getStart().getTokenIndex();
    for (int i = first; i < offending.getTokenIndex(); i++) {
      if (lines.token(i).getChannel() == Token.DEFAULT_CHANNEL) {
        tokens.add(lines.token(i));
      }
    }
    return new Mistake(context, abandoned, tokens, offending, lines.isAtEnd(offending));
  }
}
