package dev.keyplan.model;

import dev.keyplan.source.Span;
import java.util.List;
import java.util.stream.Stream;

/**
 * What an update does besides setting and removing whole attributes: it reaches into one, or takes
 * something of the stored item, so that nobody knows the result beforehand.
 */
public sealed interface Change
    permits Change.Replace,
        Change.SetIfAbsent,
        Change.Calculate,
        Change.AddNumber,
        Change.Append,
        Change.ChangeSet,
        Change.Remove {
  /** What is changed. */
  AttributePath path();

  /** The values that it is changed with. */
  List<Operand> operands();

  Span span();

  /** What the caller gives. */
  default List<Parameter> parameters() {
    return Stream.concat(
            path().parameters().stream(),
            operands().stream().flatMap(operand -> operand.parameters().stream()))
        .toList();
  }

  /** {@code shipTo.city = :city}, {@code billTo = shipTo}. */
  record Replace(AttributePath path, Operand value, Span span) implements Change {
    @Override
    public List<Operand> operands() {
      return List.of(value);
    }
  }

  /**
   * {@code viewedAt = if_not_exists(viewedAt, :at)}.
   *
   * @param present what is taken if it is there
   */
  record SetIfAbsent(AttributePath path, Operand.OfAttribute present, Operand otherwise, Span span)
      implements Change {
    @Override
    public List<Operand> operands() {
      return List.of(present, otherwise);
    }
  }

  /**
   * {@code stock = stock - :n}.
   *
   * @param amount the type of what is not an attribute: a number of any size
   */
  record Calculate(
      AttributePath path, Operand left, boolean isMinus, Operand right, Attribute amount, Span span)
      implements Change {
    @Override
    public List<Operand> operands() {
      return List.of(left, right);
    }
  }

  /**
   * {@code add total :amount} to a number; one that may be absent counts as 0.
   *
   * @param amount the type of the number that is added
   */
  record AddNumber(AttributePath path, Operand number, Attribute amount, Span span)
      implements Change {
    @Override
    public List<Operand> operands() {
      return List.of(number);
    }
  }

  /**
   * {@code append lines :line}.
   *
   * @param isFirst whether it goes before the others
   * @param isEach whether the value is a list of elements
   * @param elements the type of the value
   */
  record Append(
      AttributePath path,
      boolean isFirst,
      boolean isEach,
      Attribute elements,
      Operand value,
      Span span)
      implements Change {
    @Override
    public List<Operand> operands() {
      return List.of(value);
    }
  }

  /**
   * {@code add labels :label}, {@code remove labels :label}.
   *
   * @param isRemoval whether the elements are taken out rather than put in
   * @param isEach whether the value is a set of elements
   * @param elements the type of the value
   */
  record ChangeSet(
      AttributePath path,
      boolean isRemoval,
      boolean isEach,
      Attribute elements,
      Operand value,
      Span span)
      implements Change {
    @Override
    public List<Operand> operands() {
      return List.of(value);
    }
  }

  /** {@code remove shipTo.zip}. */
  record Remove(AttributePath path, Span span) implements Change {
    @Override
    public List<Operand> operands() {
      return List.of();
    }
  }
}
