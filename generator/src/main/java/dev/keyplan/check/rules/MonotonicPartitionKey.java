package dev.keyplan.check.rules;

import dev.keyplan.check.LoadRule;
import dev.keyplan.cost.Amount;
import dev.keyplan.cost.CapacityUnits;
import dev.keyplan.cost.Loads;
import dev.keyplan.cost.Partitions;
import dev.keyplan.diagnostic.Diagnostic;
import dev.keyplan.model.HoleFunction.Bucket;
import dev.keyplan.model.HoleFunction.Shard;
import dev.keyplan.model.KeyTemplate;
import dev.keyplan.model.Model;
import dev.keyplan.model.TypeKind;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.Optional;

/**
 * A partition key that is a day, or another span of time, and nothing else takes all writes of that
 * time in one partition, and those before it none: {@link HotPartition}, which spreads them over
 * all days, sees too little. Told where the rates of the model are more than one partition takes.
 * Times of seconds and less are different in almost every item. Source: Amazon DynamoDB Developer
 * Guide, "Using write sharding to distribute workloads evenly".
 */
public final class MonotonicPartitionKey implements LoadRule {
  public static final String ID = "MONOTONIC_PARTITION_KEY";

  @Override
  public String id() {
    return ID;
  }

  @Override
  public List<Diagnostic> check(Model model, Loads loads) {
    return Place.of(model).stream()
        .filter(MonotonicPartitionKey::isOfTime)
        .flatMap(place -> check(place, loads).stream())
        .toList();
  }

  private static boolean isOfTime(Place place) {
    List<KeyTemplate.Hole> holes =
        Partitions.holes(place.path(), place.entity()).stream()
            .filter(hole -> hole.function().filter(Shard.class::isInstance).isEmpty())
            .toList();
    return !holes.isEmpty()
        && holes.stream().allMatch(MonotonicPartitionKey::isOfTime)
        && !Partitions.attributes(place.path(), place.entity())
            .containsAll(place.entity().identity());
  }

  private static boolean isOfTime(KeyTemplate.Hole hole) {
    return hole.function().isPresent()
        ? hole.function().get() instanceof Bucket
        : hole.attribute().type().kind() == TypeKind.DATE;
  }

  private static Optional<Diagnostic> check(Place place, Loads loads) {
    long shards = Partitions.shards(place.path(), place.entity());
    BigDecimal limit = BigDecimal.valueOf(CapacityUnits.WRITES_OF_A_PARTITION * shards);
    return loads
        .at(place.path(), place.entity())
        .map(load -> load.demand(true))
        .filter(writes -> writes.least().compareTo(limit) > 0)
        .map(writes -> report(place, writes, shards));
  }

  private static Diagnostic report(Place place, Amount writes, long shards) {
    long limit = CapacityUnits.WRITES_OF_A_PARTITION;
    String needed =
        writes.least().divide(BigDecimal.valueOf(limit), 0, RoundingMode.CEILING).toPlainString();
    String time =
        Partitions.holes(place.path(), place.entity()).stream()
            .filter(MonotonicPartitionKey::isOfTime)
            .findFirst()
            .orElseThrow()
            .text();
    return Diagnostic.warning(
            ID,
            place.span(),
            "all `%s` of one `%s` are written to %s of %s"
                .formatted(
                    place.entity().name().name(),
                    time,
                    shards == 1 ? "one partition" : Numbers.text(shards) + " partitions",
                    place.path().description()))
        .withLabel(
            "%s write units a second, and a partition gives %s"
                .formatted(writes.text(), Numbers.text(limit)))
        .withHint(
            "spread each over %s: `%s#{%s:shard(%s)}` in the text of the partition key"
                .formatted(needed, time, place.spreader().name(), needed));
  }
}
