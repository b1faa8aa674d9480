package dev.keyplan.parser;

import dev.keyplan.diagnostic.Diagnostic;
import java.util.Optional;

/** Knows some kind of mistake. */
interface Explanation {
  /** The report, if it is a mistake of this kind. */
  Optional<Diagnostic> explain(Mistake mistake);
}
