package dev.keyplan.syntax;

import dev.keyplan.source.Span;
import java.util.List;

/** What {@code where}, {@code filter}, {@code if} and {@code when} say. */
public sealed interface Condition extends Node
    permits Condition.All,
        Condition.Any,
        Condition.Not,
        Condition.Comparison,
        Condition.Between,
        Condition.Infix,
        Condition.OneOf,
        Condition.Call,
        Condition.Bare {

  /** {@code a and b and c}; at least two. */
  record All(List<Condition> conditions, Span span) implements Condition {
    public All {
      conditions = List.copyOf(conditions);
    }
  }

  /** {@code a or b}; at least two. */
  record Any(List<Condition> conditions, Span span) implements Condition {
    public Any {
      conditions = List.copyOf(conditions);
    }
  }

  /** {@code not ( … )}. */
  record Not(Condition condition, Span span) implements Condition {}

  /** {@code a >= :since}. */
  record Comparison(Operand left, Operator operator, Operand right, Span span)
      implements Condition {}

  /** {@code a between :from and :to}. */
  record Between(Operand operand, Operand low, Operand high, Span span) implements Condition {}

  /** {@code a begins_with :prefix}, {@code a contains :x}, {@code a in :list}. */
  record Infix(Operand left, Name function, Operand right, Span span) implements Condition {}

  /**
   * {@code a in (PAID, SENT)}.
   *
   * @param operator the word
   * @param values at least one
   */
  record OneOf(Operand left, Name operator, List<Operand> values, Span span) implements Condition {
    public OneOf {
      values = List.copyOf(values);
    }
  }

  /** {@code attribute_exists(a)}. */
  record Call(Name function, List<Operand> arguments, Span span) implements Condition {
    public Call {
      arguments = List.copyOf(arguments);
    }
  }

  /** An attribute alone: equal to the parameter of its name. */
  record Bare(Path path) implements Condition {
    @Override
    public Span span() {
      return path.span();
    }
  }

  /** The comparison operators. */
  enum Operator {
    EQUAL("="),
    NOT_EQUAL("<>"),
    LESS("<"),
    LESS_OR_EQUAL("<="),
    GREATER(">"),
    GREATER_OR_EQUAL(">=");

    private final String symbol;

    Operator(String symbol) {
      this.symbol = symbol;
    }

    /** As the language and DynamoDB write it. */
    public String symbol() {
      return symbol;
    }
  }
}
