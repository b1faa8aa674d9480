package dev.keyplan.cost;

import dev.keyplan.plan.Plan;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * The capacity units of one call.
 *
 * <p>A read rounds the sum of its items up to 4 KB; a write rounds each item up to 1 KB, and costs
 * twice that in a transaction. An index entry is written when the item comes or goes, when what it
 * holds changes, and twice (a delete and a put) when its key changes. Sources: Amazon DynamoDB
 * Developer Guide, "DynamoDB read and write operations", "Using global secondary indexes".
 *
 * @param parts what is taken from tables, and from indexes that there is something taken from
 */
public record CallCost(List<Consumption> parts) {
  public CallCost {
    parts = List.copyOf(parts);
  }

  /** Units of the table, with those of its local indexes. */
  public CapacityUnits table() {
    return CapacityUnits.sum(
        parts.stream()
            .filter(part -> !isOfGlobalIndexWrite(part))
            .map(Consumption::units)
            .toList());
  }

  /** Write units of each global index, by its name. */
  public Map<String, CapacityUnits> indexes() {
    Map<String, CapacityUnits> indexes = new LinkedHashMap<>();
    parts.stream()
        .filter(CallCost::isOfGlobalIndexWrite)
        .forEach(
            part ->
                indexes.merge(
                    part.path().index().orElseThrow().name(), part.units(), CapacityUnits::plus));
    return indexes;
  }

  private static boolean isOfGlobalIndexWrite(Consumption part) {
    return part.isWrite() && part.isOfGlobalIndex();
  }

  /**
   * What one call costs; of a query or a scan, what it is expected to read, and one page where
   * nothing is expected; where there are buckets, of one of them.
   */
  public static CallCost of(Plan plan) {
    return new CallCosts().of(plan);
  }

  /**
   * What the first queries of a page cost, one to each shard: for their part of it, or for 1 MB
   * each where there is no page size.
   */
  public static CapacityUnits ofPage(Plan.Query query) {
    return new CallCosts().ofPage(query);
  }

  static CallCost of(Consumption... parts) {
    return new CallCost(List.of(parts));
  }

  static CallCost none() {
    return new CallCost(List.of());
  }

  CallCost plus(CallCost other) {
    return new CallCost(Stream.concat(parts.stream(), other.parts.stream()).toList());
  }
}
