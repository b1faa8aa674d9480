package dev.keyplan.cost;

import dev.keyplan.model.Entity;
import dev.keyplan.model.IndexMembership;
import dev.keyplan.plan.AccessPath;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * What a table or an index needs for all its patterns and entities.
 *
 * @param reads read units a second
 * @param writes write units a second
 * @param storage bytes, if all entities in it say how many items they have
 * @param partitions what one partition key value gets of it, for each entity of which that is known
 */
public record PathCost(
    AccessPath path,
    Amount reads,
    Amount writes,
    Optional<SizeRange> storage,
    List<PartitionLoad> partitions) {
  public PathCost {
    partitions = List.copyOf(partitions);
  }

  /** AWS bills that many bytes for each item and each entry besides what they hold. */
  private static final int STORAGE_OVERHEAD = 100;

  /** What an average partition key value gets. */
  public record PartitionLoad(Entity entity, long partitions, Amount reads, Amount writes) {}

  /**
   * Of one table or index.
   *
   * @param entities those of the table
   * @param loads those of all patterns
   */
  public static PathCost of(AccessPath path, List<Entity> entities, Loads loads) {
    List<Entity> members = entities.stream().filter(e -> path.keyOf(e).isPresent()).toList();
    List<Load> own = new ArrayList<>();
    List<PartitionLoad> partitions = new ArrayList<>();
    for (Entity entity : members) {
      loads.at(path, entity).ifPresent(own::add);
      partitionLoad(path, entity, loads).ifPresent(partitions::add);
    }
    return new PathCost(
        path,
        Amount.sum(own.stream().map(load -> load.demand(false)).toList()),
        Amount.sum(own.stream().map(load -> load.demand(true)).toList()),
        storage(path, members),
        partitions);
  }

  /** What one partition key value of an entity gets, if it is known how many there are. */
  public static Optional<PartitionLoad> partitionLoad(AccessPath path, Entity entity, Loads loads) {
    OptionalLong count = Partitions.count(path, entity);
    Optional<Load> load = loads.at(path, entity);
    if (count.isEmpty() || load.isEmpty()) {
      return Optional.empty();
    }
    long partitions = Math.max(1, count.getAsLong());
    return Optional.of(
        new PartitionLoad(
            entity,
            partitions,
            load.get().demand(false).dividedBy(partitions),
            load.get().demand(true).dividedBy(partitions)));
  }

  private static SizeRange storage(AccessPath path, Entity entity) {
    SizeRange all =
        EntitySize.of(entity, path)
            .plus(STORAGE_OVERHEAD)
            .times(entity.volume().orElseThrow().amount());
    boolean isSparse =
        path.index().flatMap(entity::membership).filter(IndexMembership::isSparse).isPresent();
    return isSparse ? all.orNothing() : all;
  }

  private static Optional<SizeRange> storage(AccessPath path, List<Entity> members) {
    if (members.isEmpty() || members.stream().anyMatch(entity -> entity.volume().isEmpty())) {
      return Optional.empty();
    }
    return Optional.of(
        SizeRange.sum(members.stream().map(entity -> storage(path, entity)).toList()));
  }
}
