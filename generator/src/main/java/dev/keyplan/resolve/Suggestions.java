package dev.keyplan.resolve;

import dev.keyplan.diagnostic.Diagnostic;
import java.util.Collection;

/** Adds to a diagnostic about an unknown name which name may be meant. */
final class Suggestions {
  private Suggestions() {}

  static Diagnostic add(Diagnostic unknown, String name, Collection<String> candidates) {
    return unknown;
  }
}
