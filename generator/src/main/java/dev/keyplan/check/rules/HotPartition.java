package dev.keyplan.check.rules;

import dev.keyplan.check.LoadRule;
import dev.keyplan.cost.Amount;
import dev.keyplan.cost.CapacityUnits;
import dev.keyplan.cost.Loads;
import dev.keyplan.cost.PathCost;
import dev.keyplan.cost.PathCost.PartitionLoad;
import dev.keyplan.diagnostic.Diagnostic;
import dev.keyplan.model.Model;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * One partition gives 3,000 read units and 1,000 write units a second. Where the rates of all
 * patterns, spread over all partition key values, are more than that for each of them, requests are
 * throttled whatever the capacity of the table. Counted is the least that the model allows; the
 * entries of indexes are among what is written. Source: Amazon DynamoDB Developer Guide, "Best
 * practices for designing and using partition keys effectively".
 */
public final class HotPartition implements LoadRule {
  public static final String ID = "HOT_PARTITION";

  @Override
  public String id() {
    return ID;
  }

  @Override
  public List<Diagnostic> check(Model model, Loads loads) {
    return Place.of(model).stream().flatMap(place -> check(place, loads).stream()).toList();
  }

  private static List<Diagnostic> check(Place place, Loads loads) {
    Optional<PartitionLoad> load = PathCost.partitionLoad(place.path(), place.entity(), loads);
    if (load.isEmpty()) {
      return List.of();
    }
    List<Diagnostic> found = new ArrayList<>();
    if (isOver(load.get().reads(), CapacityUnits.READS_OF_A_PARTITION)) {
      found.add(report(place, load.get(), false));
    }
    if (isOver(load.get().writes(), CapacityUnits.WRITES_OF_A_PARTITION)) {
      found.add(report(place, load.get(), true));
    }
    return found;
  }

  private static boolean isOver(Amount amount, long limit) {
    return amount.least().compareTo(BigDecimal.valueOf(limit)) > 0;
  }

  private static Diagnostic report(Place place, PartitionLoad load, boolean isWrite) {
    Amount each = isWrite ? load.writes() : load.reads();
    long limit = isWrite ? CapacityUnits.WRITES_OF_A_PARTITION : CapacityUnits.READS_OF_A_PARTITION;
    String units = isWrite ? "write units" : "read units";
    return Diagnostic.warning(
            ID,
            place.span(),
            "each partition of %s gets %s %s a second of `%s`, and a partition gives %s"
                .formatted(
                    place.path().description(),
                    each.text(),
                    units,
                    place.entity().name().name(),
                    Numbers.text(limit)))
        .withLabel(
            load.partitions() == 1
                ? "there is one partition for all of them"
                : "spread over %s partitions".formatted(Numbers.text(load.partitions())))
        .withHint(hint(place, each, limit));
  }

  private static String hint(Place place, Amount each, long limit) {
    BigDecimal shards = each.least().divide(BigDecimal.valueOf(limit), 0, RoundingMode.CEILING);
    return "a partition key of more values; or spread each over %s: `{%s:shard(%s)}` in its text"
        .formatted(shards.toPlainString(), place.spreader().name(), shards.toPlainString());
  }
}
