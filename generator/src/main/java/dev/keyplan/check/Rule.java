package dev.keyplan.check;

import dev.keyplan.diagnostic.Severity;

/** One judgement on a design. */
public interface Rule {
  /** The id of every diagnostic it reports: readable, {@code UPPER_SNAKE_CASE}, never reused. */
  String id();

  /** How bad every diagnostic is that it reports. Errors cannot be silenced. */
  default Severity severity() {
    return Severity.ERROR;
  }
}
