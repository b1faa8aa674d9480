package dev.keyplan.syntax;

import dev.keyplan.source.Span;
import java.util.List;

/** A value in a condition or an assignment. */
public sealed interface Operand extends Node
    permits Operand.PathOperand,
        Operand.ParameterOperand,
        Operand.LiteralOperand,
        Operand.CallOperand,
        Operand.ArithmeticOperand {

  /** An attribute, or an enum constant: which, is for the resolver to say. */
  record PathOperand(Path path) implements Operand {
    @Override
    public Span span() {
      return path.span();
    }
  }

  /** {@code :since}. */
  record ParameterOperand(Name name, Span span) implements Operand {}

  /** A number or a text. */
  record LiteralOperand(Literal literal) implements Operand {
    @Override
    public Span span() {
      return literal.span();
    }
  }

  /** {@code size(lines)}, {@code if_not_exists(a, 0)}. */
  record CallOperand(Name function, List<Operand> arguments, Span span) implements Operand {
    public CallOperand {
      arguments = List.copyOf(arguments);
    }
  }

  /** {@code total + :amount}. */
  record ArithmeticOperand(Operand left, boolean isMinus, Operand right, Span span)
      implements Operand {}
}
