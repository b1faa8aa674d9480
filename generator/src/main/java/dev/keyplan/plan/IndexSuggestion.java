package dev.keyplan.plan;

import dev.keyplan.model.Attribute;
import dev.keyplan.model.Entity;
import dev.keyplan.model.KeyType;
import dev.keyplan.model.ReadPattern;
import dev.keyplan.model.Restriction;
import dev.keyplan.naming.JavaNames;
import dev.keyplan.plan.Plan.Suggestion;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * The global index that would serve a read: what it equates makes the partition key, what it orders
 * by or compares the sort key. Stored attributes are the key where no other entity stores them all
 * too (it would be in the index unasked); otherwise the index gets key attributes of its own.
 */
final class IndexSuggestion {
  private static final int MOST_KEY_ATTRIBUTES = 4;

  private final Entity entity;
  private final List<Entity> neighbours;
  private final List<Attribute> partition;
  private final List<Attribute> sort;
  private final Set<Attribute> compared;

  private IndexSuggestion(
      Entity entity,
      List<Entity> neighbours,
      List<Attribute> partition,
      List<Attribute> sort,
      Set<Attribute> compared) {
    this.entity = entity;
    this.neighbours = neighbours;
    this.partition = partition;
    this.sort = sort;
    this.compared = compared;
  }

  static Optional<Suggestion> forPattern(
      ReadPattern pattern, Entity entity, List<Entity> neighbours) {
    if (pattern.collection().isPresent()) {
      return CollectionSuggestion.forPattern(pattern);
    }
    if (pattern.consistent().isPresent()) {
      return Optional.empty();
    }
    Set<Attribute> partition = new LinkedHashSet<>();
    Set<Attribute> sort = new LinkedHashSet<>();
    for (Restriction restriction : pattern.where()) {
      switch (restriction.comparator()) {
        case EQUAL -> partition.add(restriction.attribute());
        case NOT_EQUAL -> {
          return Optional.empty();
        }
        case LESS, LESS_OR_EQUAL, GREATER, GREATER_OR_EQUAL, BETWEEN, BEGINS_WITH ->
            sort.add(restriction.attribute());
      }
    }
    int ranges = sort.size();
    Set<Attribute> compared = new LinkedHashSet<>(partition);
    compared.addAll(sort);
    pattern.order().ifPresent(order -> sort.addAll(order.attributes()));
    sort.removeAll(partition);
    IndexSuggestion suggestion =
        new IndexSuggestion(
            entity, neighbours, List.copyOf(partition), List.copyOf(sort), compared);
    return ranges <= 1 && startsWithOrder(suggestion.sort, pattern) && suggestion.isPossible()
        ? Optional.of(suggestion.suggestion())
        : Optional.empty();
  }

  /** An order must begin with the attribute that has the range, or the index cannot give both. */
  private static boolean startsWithOrder(List<Attribute> sort, ReadPattern pattern) {
    List<Attribute> wanted = pattern.order().map(ReadPattern.Order::attributes).orElse(List.of());
    List<Attribute> open = new ArrayList<>(wanted);
    open.retainAll(sort);
    return open.isEmpty() || sort.subList(0, open.size()).equals(open);
  }

  private boolean isPossible() {
    return !partition.isEmpty()
        && partition.size() <= MOST_KEY_ATTRIBUTES
        && sort.size() <= MOST_KEY_ATTRIBUTES
        && attributes().stream().allMatch(a -> holdsAll(a) && a.type().keyType().isPresent())
        && sort.stream().allMatch(a -> Ordering.disorder(a).isEmpty());
  }

  /** An index does not hold items without the attribute: it is no loss if none is asked for. */
  private boolean holdsAll(Attribute attribute) {
    return !attribute.isOptional() || compared.contains(attribute);
  }

  private Suggestion suggestion() {
    String name = indexName();
    boolean othersStoreThem =
        neighbours.stream()
            .anyMatch(
                other ->
                    attributes().stream()
                        .allMatch(
                            wanted ->
                                other.attributes().stream()
                                    .anyMatch(a -> a.storedName().equals(wanted.storedName()))));
    return othersStoreThem ? withOwnKeys(name) : withStoredKeys(name);
  }

  private Suggestion withStoredKeys(String name) {
    String tableLine = "index " + name + " " + side(partition);
    return new Suggestion(
        sort.isEmpty() ? tableLine : tableLine + " / " + side(sort), entity, "index " + name);
  }

  private Suggestion withOwnKeys(String name) {
    String partitionText =
        partition.stream()
            .map(attribute -> "{" + attribute.name() + "}")
            .collect(Collectors.joining("#", '"' + entity.name().name() + "#", "\""));
    String tableLine = "index " + name + " " + name + "pk";
    String entityLine = "index " + name + " = " + partitionText;
    if (sort.isEmpty()) {
      return new Suggestion(tableLine, entity, entityLine);
    }
    if (sort.size() == 1) {
      return new Suggestion(
          tableLine + " / " + name + "sk" + typeSuffix(sort.get(0)),
          entity,
          entityLine + " / " + sort.get(0).name());
    }
    String sortText =
        sort.stream()
            .map(attribute -> "{" + attribute.name() + "}")
            .collect(Collectors.joining("#", "\"", "\""));
    return new Suggestion(tableLine + " / " + name + "sk", entity, entityLine + " / " + sortText);
  }

  private List<Attribute> attributes() {
    List<Attribute> all = new ArrayList<>(partition);
    all.addAll(sort);
    return all;
  }

  private String indexName() {
    return indexName(partition, entity);
  }

  /** A name that no index of the table has: {@code byOrderNumber}. */
  static String indexName(Collection<Attribute> partition, Entity entity) {
    String base =
        partition.stream()
            .map(attribute -> JavaNames.capitalised(attribute.name()))
            .collect(Collectors.joining("And", "by", ""));
    String name = base;
    for (int i = 2; entity.table().index(name).isPresent(); i++) {
      name = base + i;
    }
    return name;
  }

  private static String side(List<Attribute> attributes) {
    String list =
        attributes.stream()
            .map(attribute -> Attribute.written(attribute.storedName()) + typeSuffix(attribute))
            .collect(Collectors.joining(", "));
    return attributes.size() == 1 ? list : "(" + list + ")";
  }

  private static String typeSuffix(Attribute attribute) {
    KeyType type = attribute.type().keyType().orElseThrow();
    return type == KeyType.STRING ? "" : ": " + type.word();
  }
}
