package dev.keyplan.resolve;

import dev.keyplan.diagnostic.Diagnostic;
import dev.keyplan.diagnostic.DidYouMean;
import java.util.Collection;

/** Adds to a diagnostic about an unknown name which name may be meant. */
final class Suggestions {
  private Suggestions() {}

  static Diagnostic add(Diagnostic unknown, String name, Collection<String> candidates) {
    return DidYouMean.suggestion(name, candidates)
        .map(candidate -> unknown.withHint("did you mean `" + candidate + "`?"))
        .orElse(unknown);
  }
}
