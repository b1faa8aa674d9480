package dev.keyplan.parser;

import dev.keyplan.diagnostic.Diagnostic;
import java.util.Optional;

/** Lines that end where something must follow. */
final class IncompleteExplanation implements Explanation {
  private final TokenLines lines;
  private final Spans spans;

  IncompleteExplanation(TokenLines lines, Spans spans) {
    this.lines = lines;
    this.spans = spans;
  }

  @Override
  public Optional<Diagnostic> explain(Mistake mistake) {
    return IncompleteLine.of(mistake, lines).map(line -> diagnostic(line, mistake));
  }

  private Diagnostic diagnostic(IncompleteLine line, Mistake mistake) {
    return Diagnostic.error(
            "INCOMPLETE_LINE",
            spans.of(line.last()),
            "something is missing behind %s".formatted(Mistake.shown(line.last())))
        .withHint("write " + Expectation.ofElement(mistake).example());
  }
}
