package dev.keyplan.model;

import dev.keyplan.source.Span;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * A read.
 *
 * @param where all of which hold
 * @param filter what is discarded after it was read, unless it holds
 * @param selection what is returned of each item; whole items without it
 * @param via the access path that is asked for, if one is
 * @param limit the most results there may be in all
 * @param pageSize the items of one page
 * @param consistent where strong consistency is asked for, if it is
 * @param fetch where it says that what an index lacks is read from the table, if it does
 */
public record ReadPattern(
    DefinitionName name,
    Optional<String> documentation,
    Verb verb,
    List<Entity> entities,
    List<Restriction> where,
    Optional<Condition> filter,
    Optional<Order> order,
    Optional<Selection> selection,
    Optional<Via> via,
    OptionalInt limit,
    OptionalInt pageSize,
    Optional<Span> consistent,
    Optional<Span> fetch,
    List<Parameter> parameters,
    Workload workload,
    Span span)
    implements Pattern {
  public ReadPattern {
    entities = List.copyOf(entities);
    where = List.copyOf(where);
    parameters = List.copyOf(parameters);
  }

  /** The reads. */
  public enum Verb {
    /** At most one item. */
    GET,
    /** Items by their keys: those that are given, or that are made of the values of a list. */
    BATCH_GET,
    /** The items of one partition, or a part of it. */
    QUERY,
    /** All items of an entity. */
    SCAN,
    /** How many items a query has. */
    COUNT
  }

  /**
   * The access path that the pattern names.
   *
   * @param index empty for the table itself
   */
  public record Via(Optional<Index> index, Span span) {}

  /** The order of the results. */
  public record Order(List<Attribute> attributes, boolean isDescending, Span span) {
    public Order {
      attributes = List.copyOf(attributes);
    }
  }
}
