package dev.keyplan.plan;

import dev.keyplan.model.Attribute;
import dev.keyplan.model.AttributeType.IntegerType;
import dev.keyplan.model.Comparator;
import dev.keyplan.model.Entity;
import dev.keyplan.model.ItemCollection;
import dev.keyplan.model.KeyTemplate;
import dev.keyplan.model.ReadPattern;
import dev.keyplan.model.Restriction;
import dev.keyplan.plan.Plan.Suggestion;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * The global index that would serve a read of several entities: all write the same text into its
 * partition key; the sort key begins with what the read compares or orders by, and ends with what
 * tells the entities apart.
 */
final class CollectionSuggestion {
  private static final char DELIMITER = '#';

  private final ReadPattern pattern;
  private final ItemCollection collection;
  private final Set<Attribute> partition = new LinkedHashSet<>();
  private final Set<Attribute> sort = new LinkedHashSet<>();

  private CollectionSuggestion(ReadPattern pattern) {
    this.pattern = pattern;
    this.collection = pattern.collection().orElseThrow();
  }

  static Optional<Suggestion> forPattern(ReadPattern pattern) {
    return new CollectionSuggestion(pattern).suggestion();
  }

  private Optional<Suggestion> suggestion() {
    for (Restriction restriction : pattern.where()) {
      (restriction.comparator() == Comparator.EQUAL ? partition : sort)
          .add(restriction.attribute());
    }
    List<Attribute> compared = List.copyOf(sort);
    pattern.order().ifPresent(order -> sort.addAll(order.attributes()));
    sort.removeAll(partition);
    boolean isOrdered =
        compared.isEmpty()
            || pattern.order().map(ReadPattern.Order::attributes).orElse(compared).isEmpty()
            || pattern
                .order()
                .map(order -> order.attributes().get(0))
                .orElse(compared.get(0))
                .equals(compared.get(0));
    if (collection.isEverything()
        || pattern.consistent().isPresent()
        || partition.isEmpty()
        || compared.size() > 1
        || !isOrdered
        || !isPossible()) {
      return Optional.empty();
    }
    Entity first = pattern.entities().get(0);
    String name = IndexSuggestion.indexName(partition, first);
    List<Suggestion.EntityLine> lines = new ArrayList<>();
    for (Entity entity : pattern.entities()) {
      String partitionText = joined(first.name().name(), partition, entity);
      String sortText = sort.isEmpty() ? "" : holes(sort, entity) + DELIMITER;
      lines.add(
          new Suggestion.EntityLine(
              entity,
              "index %s = \"%s\" / \"%s%s\""
                  .formatted(name, partitionText, sortText, entity.name().name())));
    }
    return Optional.of(new Suggestion("index %1$s %1$spk / %1$ssk".formatted(name), lines));
  }

  /** Whether every entity can write these attributes into such texts, in the same form. */
  private boolean isPossible() {
    Set<Attribute> all = new LinkedHashSet<>(partition);
    all.addAll(sort);
    return all.stream()
            .allMatch(
                named ->
                    pattern.entities().stream()
                        .map(entity -> collection.in(entity, named))
                        .allMatch(a -> isText(a) && a.type().equals(named.type())))
        && sort.stream().allMatch(a -> Ordering.disorder(hole(a)).isEmpty());
  }

  private static KeyTemplate.Hole hole(Attribute attribute) {
    return new KeyTemplate.Hole(attribute, Optional.of((int) DELIMITER), attribute.span());
  }

  private static boolean isText(Attribute attribute) {
    return !attribute.isOptional()
        && switch (attribute.type().kind()) {
          case STRING, UUID, ULID, TIMESTAMP, FORMATTED_TIMESTAMP, DATE, ENUM -> true;
          case INTEGER -> ((IntegerType) attribute.type()).isBounded();
          default -> false;
        };
  }

  private String joined(String lead, Set<Attribute> attributes, Entity entity) {
    return lead + DELIMITER + holes(attributes, entity);
  }

  private String holes(Set<Attribute> attributes, Entity entity) {
    return attributes.stream()
        .map(attribute -> "{" + collection.in(entity, attribute).name() + "}")
        .collect(Collectors.joining(Character.toString(DELIMITER)));
  }
}
