package dev.keyplan.model;

import dev.keyplan.source.Span;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** What a write demands of the stored item besides its existence, or a filter of what is read. */
public sealed interface Condition
    permits Condition.All, Condition.Any, Condition.Not, Condition.OfEntity, Condition.Term {

  /** The terms that it is made of, in order. */
  List<Term> terms();

  /** Whether it is written as several conditions, and so in parentheses inside of another one. */
  default boolean isJoined() {
    return this instanceof All || (this instanceof Any any && any.oneOf().isEmpty());
  }

  /** The tests of what an item is, in order. */
  default List<OfEntity> entityTests() {
    return List.of();
  }

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

    @Override
    public List<OfEntity> entityTests() {
      return conditions.stream().flatMap(c -> c.entityTests().stream()).toList();
    }
  }

  /** One of them; at least two. */
  record Any(List<Condition> conditions) implements Condition {
    public Any {
      conditions = List.copyOf(conditions);
    }

    /** What it says if that is no more than {@code a in (x, y)}. */
    public Optional<OneOf> oneOf() {
      if (conditions.size() > Limits.VALUES_OF_IN
          || !(conditions.get(0) instanceof Compares first)) {
        return Optional.empty();
      }
      boolean isList =
          first.path().target().type().isListed()
              && conditions.stream()
                  .allMatch(
                      condition ->
                          condition instanceof Compares one
                              && one.comparator() == Comparator.EQUAL
                              && one.path().equals(first.path())
                              && !(one.operands().get(0) instanceof Operand.OfAttribute));
      return isList
          ? Optional.of(
              new OneOf(
                  first.path(),
                  conditions.stream().map(c -> ((Compares) c).operands().get(0)).toList()))
          : Optional.empty();
    }

    @Override
    public List<Term> terms() {
      return conditions.stream().flatMap(condition -> condition.terms().stream()).toList();
    }

    @Override
    public List<OfEntity> entityTests() {
      return conditions.stream().flatMap(c -> c.entityTests().stream()).toList();
    }
  }

  /** That the value equals one of several. */
  record OneOf(AttributePath path, List<Operand> values) {
    public OneOf {
      values = List.copyOf(values);
    }
  }

  /** Not that. */
  record Not(Condition condition) implements Condition {
    @Override
    public List<Term> terms() {
      return condition.terms();
    }

    @Override
    public List<OfEntity> entityTests() {
      return condition.entityTests();
    }
  }

  /**
   * Whether an item is one of an entity.
   *
   * @param marker an attribute that only this entity has, where the table has no type attribute
   */
  record OfEntity(Entity entity, Optional<Attribute> marker, Span span) implements Condition {
    @Override
    public List<Term> terms() {
      return List.of();
    }

    @Override
    public List<OfEntity> entityTests() {
      return List.of(this);
    }

    /** The attribute that is looked at. */
    public String storedName() {
      return marker
          .map(Attribute::storedName)
          .orElseGet(() -> entity.table().typeAttribute().orElseThrow());
    }
  }

  /** A condition on one value of the item, which joins no others. */
  sealed interface Term extends Condition
      permits Condition.Compares,
          Condition.Exists,
          Condition.Contains,
          Condition.In,
          Condition.Size {
    /** What it is about. */
    AttributePath path();

    /** The attribute that it is about, or that holds what it is about. */
    default Attribute attribute() {
      return path().attribute();
    }

    /** That attribute, and those that it is compared with. */
    default List<Attribute> attributes() {
      return Stream.concat(
              Stream.of(attribute()),
              operands().stream()
                  .filter(Operand.OfAttribute.class::isInstance)
                  .map(operand -> ((Operand.OfAttribute) operand).path().attribute()))
          .toList();
    }

    /** The values on its right side. */
    List<Operand> operands();

    /** What the caller gives. */
    default List<Parameter> parameters() {
      return Stream.concat(
              path().parameters().stream(),
              operands().stream().flatMap(operand -> operand.parameters().stream()))
          .toList();
    }

    Span span();

    @Override
    default List<Term> terms() {
      return List.of(this);
    }
  }

  /** A value compared. */
  record Compares(AttributePath path, Comparator comparator, List<Operand> operands, Span span)
      implements Term {
    public Compares {
      operands = List.copyOf(operands);
    }
  }

  /** {@code attribute_exists}, or {@code attribute_not_exists}. */
  record Exists(AttributePath path, boolean isNegated, Span span) implements Term {
    @Override
    public List<Operand> operands() {
      return List.of();
    }
  }

  /**
   * Whether a text has another one in it, or a set or a list an element.
   *
   * @param part the type of the operand
   */
  record Contains(AttributePath path, Attribute part, Operand operand, Span span) implements Term {
    @Override
    public List<Operand> operands() {
      return List.of(operand);
    }
  }

  /** Whether the value is one of those in a list that the caller gives. */
  record In(AttributePath path, Operand.OfParameter list, Span span) implements Term {
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
      AttributePath path, Attribute size, Comparator comparator, List<Operand> operands, Span span)
      implements Term {
    public Size {
      operands = List.copyOf(operands);
    }
  }
}
