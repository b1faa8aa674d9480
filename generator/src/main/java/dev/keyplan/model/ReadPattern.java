package dev.keyplan.model;

import dev.keyplan.source.Span;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * A read.
 *
 * @param collection what the read of several entities says besides; empty if it is of one
 * @param where all of which hold; of a collection, with the attributes as it names them
 * @param filter what is discarded after it was read, unless it holds
 * @param selection what is returned of each item; whole items without it
 * @param via the access path that is asked for, if one is
 * @param limit the most results there may be in all
 * @param pageSize the items of one page
 * @param consistent where strong consistency is asked for, if it is
 * @param fetch where it says that what an index lacks is read from the table, if it does
 * @param withExpired where it asks for items that have expired, too, if it does
 */
public record ReadPattern(
    DefinitionName name,
    Optional<String> documentation,
    Verb verb,
    List<Entity> entities,
    Optional<ItemCollection> collection,
    List<Restriction> where,
    Optional<Condition> filter,
    Optional<Order> order,
    Optional<Selection> selection,
    Optional<Via> via,
    OptionalInt limit,
    OptionalInt pageSize,
    Optional<Span> consistent,
    Optional<Span> fetch,
    Optional<Span> withExpired,
    List<Parameter> parameters,
    Workload workload,
    Span span)
    implements Pattern {
  public ReadPattern {
    entities = List.copyOf(entities);
    where = List.copyOf(where);
    parameters = List.copyOf(parameters);
  }

  /** Whether its results are items of several entities as they are, and so of a type for those. */
  public boolean returnsCollection() {
    return collection.isPresent() && selection.isEmpty() && verb != Verb.COUNT;
  }

  /** The time by which items are left out that have expired; empty where none of them are. */
  public Optional<Attribute> expiry() {
    return withExpired.isPresent()
        ? Optional.empty()
        : entities.stream().flatMap(entity -> entity.expiry().stream()).findFirst();
  }

  /** The values of the attributes that it asks for with {@code =}, by their names. */
  public Map<String, Operand> equalities() {
    Map<String, Operand> values = new LinkedHashMap<>();
    where.stream()
        .filter(restriction -> restriction.comparator() == Comparator.EQUAL)
        .forEach(equal -> values.putIfAbsent(equal.attribute().name(), equal.operands().get(0)));
    return values;
  }

  /** The same of these entities. */
  public ReadPattern withEntities(List<Entity> others) {
    return of(others, collection, where, order);
  }

  /** What a read of several entities asks for of one of them, with its own attributes. */
  public ReadPattern ofOne(Entity entity) {
    ItemCollection several = collection.orElseThrow();
    if (!several.isKnownIn(entity)) {
      return of(
          List.of(entity),
          Optional.empty(),
          List.of(),
          order.filter(o -> o.attributes().isEmpty()));
    }
    List<Restriction> restrictions =
        where.stream()
            .map(
                one ->
                    new Restriction(
                        several.in(entity, one.attribute()),
                        one.comparator(),
                        one.operands(),
                        one.span()))
            .toList();
    Optional<Order> ordered =
        order.map(
            o ->
                new Order(
                    o.attributes().stream().map(a -> several.in(entity, a)).toList(),
                    o.isDescending(),
                    o.span()));
    return of(List.of(entity), Optional.empty(), restrictions, ordered);
  }

  private ReadPattern of(
      List<Entity> otherEntities,
      Optional<ItemCollection> otherCollection,
      List<Restriction> otherWhere,
      Optional<Order> otherOrder) {
    return new ReadPattern(
        name,
        documentation,
        verb,
        otherEntities,
        otherCollection,
        otherWhere,
        filter,
        otherOrder,
        selection,
        via,
        limit,
        pageSize,
        consistent,
        fetch,
        withExpired,
        parameters,
        workload,
        span);
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

  /**
   * The order of the results.
   *
   * @param attributes none where the whole sort key is meant
   */
  public record Order(List<Attribute> attributes, boolean isDescending, Span span) {
    public Order {
      attributes = List.copyOf(attributes);
    }
  }
}
