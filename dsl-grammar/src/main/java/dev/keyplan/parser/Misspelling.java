package dev.keyplan.parser;

import dev.keyplan.diagnostic.Diagnostic;
import dev.keyplan.diagnostic.Fix;
import dev.keyplan.source.Span;

/** The report of a keyword that is not quite one. */
final class Misspelling {
  private Misspelling() {}

  static Diagnostic of(Span word, String meant) {
    return foreign(word, meant).withFix(Fix.replace("Write `%s`".formatted(meant), word, meant));
  }

  /** Of a word of another language. What follows it may have to change too, so there is no fix. */
  static Diagnostic foreign(Span word, String meant) {
    return Diagnostic.error(
            "MISSPELT_KEYWORD", word, "`%s` is no word of the language".formatted(word.text()))
        .withHint("did you mean `%s`?".formatted(meant));
  }
}
