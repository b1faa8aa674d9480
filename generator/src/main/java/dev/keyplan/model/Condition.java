package dev.keyplan.model;

import dev.keyplan.source.Span;
import java.util.List;

/** What a write demands of the stored item besides its existence. */
public sealed interface Condition
    permits Condition.All, Condition.Any, Condition.Not, Condition.Compares, Condition.Exists {
  /** All of them; at least two. */
  record All(List<Condition> conditions) implements Condition {
    public All {
      conditions = List.copyOf(conditions);
    }
  }

  /** One of them; at least two. */
  record Any(List<Condition> conditions) implements Condition {
    public Any {
      conditions = List.copyOf(conditions);
    }
  }

  /** Not that. */
  record Not(Condition condition) implements Condition {}

  /** An attribute compared. */
  record Compares(Attribute attribute, Comparator comparator, List<Operand> operands, Span span)
      implements Condition {
    public Compares {
      operands = List.copyOf(operands);
    }
  }

  /** {@code attribute_exists}, or {@code attribute_not_exists}. */
  record Exists(Attribute attribute, boolean isNegated, Span span) implements Condition {}
}
