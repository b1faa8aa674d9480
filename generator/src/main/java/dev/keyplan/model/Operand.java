package dev.keyplan.model;

import dev.keyplan.source.Span;
import java.util.List;

/** The right side of a restriction, a condition or an assignment. */
public sealed interface Operand
    permits Operand.OfParameter, Operand.OfConstant, Operand.OfNow, Operand.OfAttribute {
  /** What the caller gives. */
  record OfParameter(Parameter parameter, Span span) implements Operand {
    @Override
    public List<Parameter> parameters() {
      return List.of(parameter);
    }
  }

  /** A constant of the model. */
  record OfConstant(Value value, Span span) implements Operand {
    @Override
    public List<Parameter> parameters() {
      return List.of();
    }
  }

  /** The time of the call, by the clock of the table; never in a key condition. */
  record OfNow(Span span) implements Operand {
    @Override
    public List<Parameter> parameters() {
      return List.of();
    }
  }

  /** Another value of the stored item; never in a key condition. */
  record OfAttribute(AttributePath path, Span span) implements Operand {
    @Override
    public List<Parameter> parameters() {
      return path.parameters();
    }
  }

  Span span();

  /** The parameters in it. */
  List<Parameter> parameters();
}
