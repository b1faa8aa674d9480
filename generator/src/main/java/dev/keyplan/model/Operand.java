package dev.keyplan.model;

import dev.keyplan.source.Span;

/** The right side of a restriction, a condition or an assignment. */
public sealed interface Operand permits Operand.OfParameter, Operand.OfConstant {
  /** What the caller gives. */
  record OfParameter(Parameter parameter, Span span) implements Operand {}

  /** A constant of the model. */
  record OfConstant(Value value, Span span) implements Operand {}

  Span span();
}
