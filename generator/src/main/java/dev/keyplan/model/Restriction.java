package dev.keyplan.model;

import dev.keyplan.source.Span;
import java.util.List;

/**
 * One term of a {@code where}: the terms are joined by {@code and}.
 *
 * @param operands as many as the comparator takes
 * @param span of the whole term
 */
public record Restriction(
    Attribute attribute, Comparator comparator, List<Operand> operands, Span span) {
  public Restriction {
    operands = List.copyOf(operands);
  }

  /** The same as a condition. */
  public Condition condition() {
    return new Condition.Compares(AttributePath.of(attribute), comparator, operands, span);
  }
}
