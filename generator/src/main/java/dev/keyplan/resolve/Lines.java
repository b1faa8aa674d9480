package dev.keyplan.resolve;

import static dev.keyplan.resolve.ResolutionError.LINE_TWICE;
import static dev.keyplan.resolve.ResolutionError.NAME_DUPLICATE;

import dev.keyplan.diagnostic.Diagnostic;
import dev.keyplan.source.Span;
import dev.keyplan.syntax.Node;
import java.util.List;

/** What is said about lines and names that stand there twice. */
final class Lines {
  private Lines() {}

  /** Reports all but the first. */
  static void reportRepeated(List<? extends Node> lines, String what, Reporter reporter) {
    for (Node line : lines.subList(Math.min(1, lines.size()), lines.size())) {
      reporter.report(repeated(line.span(), lines.get(0).span(), what));
    }
  }

  static Diagnostic repeated(Span again, Span first, String what) {
    return LINE_TWICE
        .at(again, "%s stands here twice".formatted(what))
        .withLabel("again here")
        .withRelated(first, "first here");
  }

  static Diagnostic duplicate(Span again, Span first, String what, String name) {
    return NAME_DUPLICATE
        .at(again, "two %s are called `%s`".formatted(what, name))
        .withLabel("again here")
        .withRelated(first, "first here");
  }
}
