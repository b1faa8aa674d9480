package dev.keyplan.check.rules;

import dev.keyplan.check.LoadRule;
import dev.keyplan.cost.Load;
import dev.keyplan.cost.Loads;
import dev.keyplan.cost.Partitions;
import dev.keyplan.diagnostic.Diagnostic;
import dev.keyplan.model.Attribute;
import dev.keyplan.model.IndexMembership;
import dev.keyplan.model.Model;
import java.util.List;
import java.util.stream.Collectors;

/**
 * A partition key of few values gathers all items in few partitions. Fewer than 100 are too few,
 * unless the numbers of the model say otherwise: where each pattern on it has a rate, {@link
 * HotPartition} judges; where there are few items, or the index is sparse, nobody need. A key that
 * is the same text in all items has one value; the sort key of a single item is constant, too.
 * Source: Amazon DynamoDB Developer Guide, "Best practices for designing and using partition keys
 * effectively".
 */
public final class LowCardinalityPartitionKey implements LoadRule {
  public static final String ID = "LOW_CARDINALITY_PARTITION_KEY";

  @Override
  public String id() {
    return ID;
  }

  private static final long FEW_VALUES = 100;
  private static final long FEW_ITEMS = 10_000;

  @Override
  public List<Diagnostic> check(Model model, Loads loads) {
    return Place.of(model).stream()
        .filter(place -> !hasFewItems(place) && !isSparse(place) && !isMeasured(place, loads))
        .filter(
            place -> Partitions.count(place.path(), place.entity()).orElse(FEW_VALUES) < FEW_VALUES)
        .map(LowCardinalityPartitionKey::report)
        .toList();
  }

  private static boolean hasFewItems(Place place) {
    boolean isSingle = place.key().attributes().isEmpty();
    return isSingle
        || place.entity().volume().filter(volume -> volume.amount() <= FEW_ITEMS).isPresent();
  }

  /** An index that most items are not in: to gather the others is what it is for. */
  private static boolean isSparse(Place place) {
    return place
        .path()
        .index()
        .flatMap(place.entity()::membership)
        .filter(IndexMembership::isSparse)
        .isPresent();
  }

  private static boolean isMeasured(Place place, Loads loads) {
    return loads.at(place.path(), place.entity()).filter(Load::isMeasured).isPresent();
  }

  private static Diagnostic report(Place place) {
    long count = Partitions.count(place.path(), place.entity()).getAsLong();
    String items = "items of `%s`".formatted(place.entity().name().name());
    return Diagnostic.warning(
            ID,
            place.span(),
            count == 1
                ? "all %s are in one partition of %s".formatted(items, place.path().description())
                : "all %s are in %s partitions of %s"
                    .formatted(items, Numbers.text(count), place.path().description()))
        .withLabel(label(place))
        .withHint(
            "a partition key of more values; or say how it is used: `volume` and `rate` tell whether"
                + " that is too much");
  }

  private static String label(Place place) {
    List<Attribute> attributes = Partitions.attributes(place.path(), place.entity());
    return attributes.isEmpty()
        ? "the partition key is the same in all of them"
        : attributes.stream()
            .map(
                attribute ->
                    "`%s` has %s values"
                        .formatted(
                            attribute.name(),
                            Numbers.text(Partitions.values(attribute).getAsLong())))
            .collect(Collectors.joining(", "));
  }
}
