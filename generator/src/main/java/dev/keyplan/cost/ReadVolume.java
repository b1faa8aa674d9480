package dev.keyplan.cost;

import dev.keyplan.model.Attribute;
import dev.keyplan.model.Entity;
import dev.keyplan.model.IndexMembership;
import dev.keyplan.model.Quantity;
import dev.keyplan.plan.FanOut;
import dev.keyplan.plan.Plan;
import java.util.List;
import java.util.OptionalLong;
import java.util.stream.Stream;

/** How many items one call of a read reads, which may be more than it gives. */
public final class ReadVolume {
  private ReadVolume() {}

  /**
   * What is expected, or else one page; where a filter discards some, what the partition holds, if
   * that is known.
   */
  public static long of(Plan.Query query) {
    if (query.isSingle()) {
      return 1;
    }
    OptionalLong expected = expected(query);
    if (query.isSelective()) {
      // What a filter discards was read, too: the limit says nothing about that.
      return ofPartition(query).orElse(expected.orElse(query.pageSize().orElse(1)));
    }
    long most = query.limit().orElse(Integer.MAX_VALUE);
    return Math.min(most, expected.orElse(query.pageSize().orElse(query.limit().orElse(1))));
  }

  /** As many as are expected of the keys that are given, or else one. */
  public static long of(Plan.BatchGetItem batch) {
    return batch.pattern().workload().expected().map(Quantity::amount).orElse(1L);
  }

  /** All items of the table or index, or else one page. */
  public static long of(Plan.Scan scan) {
    return ofAll(scan).orElse(scan.pageSize().orElse(1));
  }

  /**
   * The items of its partition, or of all its shards, if it reads all and the model says how many.
   */
  public static OptionalLong ofPartition(Plan.Query query) {
    long items = 0;
    for (Entity entity : query.entities()) {
      OptionalLong partitions = Partitions.count(query.path(), entity);
      boolean isSparse =
          query
              .path()
              .index()
              .flatMap(entity::membership)
              .filter(IndexMembership::isSparse)
              .isPresent();
      if (isSparse
          || !readsAll(query, entity)
          || partitions.isEmpty()
          || entity.volume().isEmpty()) {
        return OptionalLong.empty();
      }
      items += entity.volume().get().amount() / partitions.getAsLong();
    }
    int shards = query.condition().fanOut().map(FanOut::merged).orElse(1);
    return OptionalLong.of(Math.max(1, items * shards));
  }

  private static boolean readsAll(Plan.Query query, Entity entity) {
    List<Attribute> partition = Partitions.attributes(query.path(), entity);
    return query.pattern().where().stream()
        .allMatch(restriction -> partition.contains(restriction.attribute()));
  }

  private static OptionalLong ofAll(Plan.Scan scan) {
    long items = 0;
    for (Entity entity : Stream.concat(scan.entities().stream(), scan.others().stream()).toList()) {
      if (entity.volume().isEmpty()) {
        return OptionalLong.empty();
      }
      items += Math.min(entity.volume().get().amount(), Long.MAX_VALUE / 1024);
    }
    return OptionalLong.of(items);
  }

  private static OptionalLong expected(Plan.Query query) {
    return query
        .pattern()
        .workload()
        .expected()
        .map(quantity -> OptionalLong.of(quantity.amount()))
        .orElse(OptionalLong.empty());
  }
}
