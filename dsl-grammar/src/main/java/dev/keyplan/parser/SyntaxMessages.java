package dev.keyplan.parser;

import dev.keyplan.diagnostic.Diagnostic;
import dev.keyplan.diagnostic.Fix;
import java.util.List;
import java.util.Optional;
import org.antlr.v4.runtime.Token;

/**
 * Says in the user's words what is wrong where the parser could not go on: first whatever knows the
 * mistake, from the particular to the general, and if nobody does, what belongs there. The set of
 * tokens that the parser expected is no help; with soft keywords it is nearly everything.
 */
final class SyntaxMessages {
  private final Spans spans;
  private final List<Explanation> explanations;

  SyntaxMessages(TokenLines lines, Spans spans) {
    this.spans = spans;
    this.explanations =
        List.of(
            new TextExplanation(spans),
            new SideExplanation(lines, spans),
            new ForeignExplanation(spans),
            new MembershipExplanation(lines, spans),
            new IncompleteExplanation(lines, spans),
            new MisspellingExplanation(lines, spans),
            new ParenthesisExplanation(spans),
            new DeclarationExplanation(spans),
            new HeadExplanation(lines, spans),
            new TableExplanation(lines, spans),
            new KeyExplanation(lines, spans),
            new FormerNameExplanation(spans),
            new AttributeExplanation(lines, spans),
            new TypeExplanation(spans),
            new PatternExplanation(spans),
            new ConditionExplanation(lines, spans));
  }

  Diagnostic message(Mistake mistake) {
    return explanations.stream()
        .flatMap(explanation -> explanation.explain(mistake).stream())
        .findFirst()
        .orElseGet(() -> general(mistake));
  }

  /** The report of a body whose opening brace is missing behind a token. */
  Diagnostic missingBrace(Token before, boolean isAtLineEnd) {
    Diagnostic diagnostic =
        Diagnostic.error(
            "MISSING_BRACE",
            spans.of(before),
            "a `{` is missing behind %s".formatted(Mistake.shown(before)));
    // With something else behind it on the line, more is wrong than the brace.
    return !isAtLineEnd
        ? diagnostic
        : diagnostic.withFix(Fix.replace("Insert `{`", spans.after(before), " {"));
  }

  private Diagnostic general(Mistake mistake) {
    Optional<Token> before = mistake.before();
    if (mistake.isAtLineEnd() && !mistake.isBehind() && before.isPresent()) {
      return Diagnostic.error(
              "INCOMPLETE_LINE",
              spans.of(before.get()),
              "something is missing behind %s".formatted(Mistake.shown(before.get())))
          .withHint("write " + Expectation.ofElement(mistake).example());
    }
    Expectation expectation = Expectation.of(mistake);
    return Diagnostic.error(
            "SYNTAX_ERROR",
            spans.of(mistake.offending()),
            "%s does not belong here".formatted(mistake.shown()))
        .withLabel("expected " + expectation.what())
        .withHint("write " + expectation.example());
  }
}
