package dev.keyplan.check.rules;

import dev.keyplan.check.PlanRule;
import dev.keyplan.cost.Amount;
import dev.keyplan.cost.CapacityUnits;
import dev.keyplan.cost.Load;
import dev.keyplan.cost.Partitions;
import dev.keyplan.diagnostic.Diagnostic;
import dev.keyplan.diagnostic.Severity;
import dev.keyplan.model.Attribute;
import dev.keyplan.model.Model;
import dev.keyplan.model.TypeKind;
import dev.keyplan.plan.Plan;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.Optional;

/**
 * A partition key that is a day and nothing else takes all writes of that day in one partition, and
 * the days before it none: {@link HotPartition}, which spreads them over all days, sees too little.
 * Told where the rates of the model are more than one partition takes. Times of seconds and less
 * are different in almost every item. Source: Amazon DynamoDB Developer Guide, "Using write
 * sharding to distribute workloads evenly".
 */
public final class MonotonicPartitionKey implements PlanRule {
  public static final String ID = "MONOTONIC_PARTITION_KEY";

  @Override
  public String id() {
    return ID;
  }

  @Override
  public Severity severity() {
    return Severity.WARNING;
  }

  @Override
  public List<Diagnostic> check(Model model, List<Plan> plans) {
    List<Load> loads = Load.of(plans);
    return Place.of(model).stream()
        .filter(MonotonicPartitionKey::isDay)
        .flatMap(place -> check(place, loads).stream())
        .toList();
  }

  private static boolean isDay(Place place) {
    List<Attribute> attributes = Partitions.attributes(place.path(), place.entity());
    return !attributes.isEmpty()
        && attributes.stream().allMatch(attribute -> attribute.type().kind() == TypeKind.DATE)
        && !attributes.containsAll(place.entity().identity());
  }

  private static Optional<Diagnostic> check(Place place, List<Load> loads) {
    BigDecimal limit = BigDecimal.valueOf(CapacityUnits.WRITES_OF_A_PARTITION);
    return loads.stream()
        .filter(load -> load.isOf(place.path(), place.entity()))
        .map(load -> load.demand(true))
        .filter(writes -> writes.least().compareTo(limit) > 0)
        .findFirst()
        .map(writes -> report(place, writes));
  }

  private static Diagnostic report(Place place, Amount writes) {
    long limit = CapacityUnits.WRITES_OF_A_PARTITION;
    String shards =
        writes.least().divide(BigDecimal.valueOf(limit), 0, RoundingMode.CEILING).toPlainString();
    String day = Partitions.attributes(place.path(), place.entity()).get(0).name();
    return Diagnostic.warning(
            ID,
            place.span(),
            "all `%s` of one `%s` are written to one partition of %s"
                .formatted(place.entity().name().name(), day, place.path().description()))
        .withLabel(
            "%s write units a second, and a partition gives %s"
                .formatted(writes.text(), Numbers.text(limit)))
        .withHint(
            "spread each day over %s: `{%s}#{%s:shard(%s)}` in the text of the partition key"
                .formatted(shards, day, place.spreader().name(), shards));
  }
}
