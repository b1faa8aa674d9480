package dev.keyplan.model;

import dev.keyplan.source.Span;
import java.util.List;

/** What a write demands of the stored item besides its existence, or a filter of what is read. */
public sealed interface Condition
    permits Condition.All, Condition.Any, Condition.Not, Condition.Term {

  /** The terms that it is made of, in order. */
  List<Term> terms();

  /** The conditions of which all must hold; itself if it is not made of such. */
  default List<Condition> conjuncts() {
    return List.of(this);
  }

  /** All of them; at least two. */
  record All(List<Condition> conditions) implements Condition {
    public All {
      conditions = List.copyOf(conditions);
    }

    @Override
    public List<Condition> conjuncts() {
      return conditions.stream().flatMap(condition -> condition.conjuncts().stream()).toList();
    }

    @Override
    public List<Term> terms() {
      return conditions.stream().flatMap(condition -> condition.terms().stream()).toList();
    }
  }

  /** One of them; at least two. */
  record Any(List<Condition> conditions) implements Condition {
    public Any {
      conditions = List.copyOf(conditions);
    }

    @Override
    public List<Term> terms() {
      return conditions.stream().flatMap(condition -> condition.terms().stream()).toList();
    }
  }

  /** Not that. */
  record Not(Condition condition) implements Condition {
    @Override
    public List<Term> terms() {
      return condition.terms();
    }
  }

  /** A condition on one attribute, which joins no others. */
  sealed interface Term extends Condition
      permits Condition.Compares,
          Condition.Exists,
          Condition.Contains,
          Condition.In,
          Condition.Size {
    Attribute attribute();

    /** The values on its right side. */
    List<Operand> operands();

    Span span();

    @Override
    default List<Term> terms() {
      return List.of(this);
    }
  }

  /** An attribute compared. */
  record Compares(Attribute attribute, Comparator comparator, List<Operand> operands, Span span)
      implements Term {
    public Compares {
      operands = List.copyOf(operands);
    }
  }

  /** {@code attribute_exists}, or {@code attribute_not_exists}. */
  record Exists(Attribute attribute, boolean isNegated, Span span) implements Term {
    @Override
    public List<Operand> operands() {
      return List.of();
    }
  }

  /** Whether a text has another one in it. */
  record Contains(Attribute attribute, Operand operand, Span span) implements Term {
    @Override
    public List<Operand> operands() {
      return List.of(operand);
    }
  }

  /** Whether the value is one of those in a list that the caller gives. */
  record In(Attribute attribute, Operand.OfParameter list, Span span) implements Term {
    @Override
    public List<Operand> operands() {
      return List.of(list);
    }
  }

  /**
   * How long a value is.
   *
   * @param size a number that stands for the attribute's size: the type of the operands
   */
  record Size(
      Attribute attribute, Attribute size, Comparator comparator, List<Operand> operands, Span span)
      implements Term {
    public Size {
      operands = List.copyOf(operands);
    }
  }
}
