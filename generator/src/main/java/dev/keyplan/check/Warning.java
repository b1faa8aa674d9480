package dev.keyplan.check;

import dev.keyplan.diagnostic.Severity;

/**
 * A judgement on a design that works, but probably not well; a comment with a reason answers it.
 */
public interface Warning extends Rule {
  @Override
  default Severity severity() {
    return Severity.WARNING;
  }
}
