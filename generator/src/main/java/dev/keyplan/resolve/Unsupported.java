package dev.keyplan.resolve;

import dev.keyplan.diagnostic.Diagnostic;
import dev.keyplan.source.Span;

/** Says that something is part of the language, but not of this version. */
final class Unsupported {
  private Unsupported() {}

  /**
   * @param construct with its article and verb-less: {@code the clause `filter`}
   */
  static Diagnostic at(Span span, String construct) {
    return ResolutionError.NOT_SUPPORTED_YET.at(span, construct + " is not supported yet");
  }

  static Diagnostic at(Span span, String construct, String meanwhile) {
    return at(span, construct).withHint("until then, " + meanwhile);
  }
}
