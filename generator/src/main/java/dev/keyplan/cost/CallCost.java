package dev.keyplan.cost;

import dev.keyplan.model.Attribute;
import dev.keyplan.model.Entity;
import dev.keyplan.model.Index;
import dev.keyplan.model.IndexMembership;
import dev.keyplan.model.Write.Assignment;
import dev.keyplan.plan.AccessPath;
import dev.keyplan.plan.FanOut;
import dev.keyplan.plan.Plan;
import dev.keyplan.plan.WriteAction;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.OptionalLong;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The capacity units of one call.
 *
 * <p>A read rounds the sum of its items up to 4 KB; a write rounds each item up to 1 KB, and costs
 * twice that in a transaction. An index entry is written when the item comes or goes, when what it
 * holds changes, and twice (a delete and a put) when its key changes. Sources: Amazon DynamoDB
 * Developer Guide, "DynamoDB read and write operations", "Using global secondary indexes".
 *
 * @param table read or write units of the table, with those of its local indexes
 * @param indexes write units of all global indexes together
 */
public record CallCost(CapacityUnits table, CapacityUnits indexes) {

  /** What one call costs; of a query or a scan, one page; where there are buckets, of one of them. */
  public static CallCost of(Plan plan) {
    if (plan instanceof Plan.GetItem get) {
      return read(CapacityUnits.read(EntitySize.of(get.entity()), get.isConsistent()));
    }
    if (plan instanceof Plan.GuardedGet get) {
      CapacityUnits guard = CapacityUnits.read(SizeRange.exactly(1), true);
      return read(guard.plus(CapacityUnits.read(EntitySize.of(get.entity()), true)));
    }
    if (plan instanceof Plan.BatchGetItem batch) {
      // Each item is rounded up by itself: the price of one.
      return read(CapacityUnits.read(EntitySize.of(batch.entity()), batch.isConsistent()));
    }
    if (plan instanceof Plan.TransactionGet get) {
      return read(
          CapacityUnits.sum(
              get.pattern().members().stream()
                  .map(m -> CapacityUnits.read(EntitySize.of(m.entity()), true).times(2))
                  .toList()));
    }
    if (plan instanceof Plan.Query query) {
      // Each shard is asked for its part of the page.
      int shards = query.condition().fanOut().map(FanOut::merged).orElse(1);
      int items = (itemsOfPage(query) + shards - 1) / shards;
      SizeRange page = pageSize(query.path(), query.entities(), items);
      CapacityUnits entries = CapacityUnits.read(page, query.isConsistent()).times(shards);
      return read(query.isFetched() ? entries.plus(fetched(query, items)) : entries);
    }
    if (plan instanceof Plan.Scan scan) {
      List<Entity> all = Stream.concat(scan.entities().stream(), scan.others().stream()).toList();
      SizeRange page = pageSize(scan.path(), all, itemsOfPage(scan));
      return read(CapacityUnits.read(page, scan.isConsistent()));
    }
    if (plan instanceof Plan.Write write) {
      return of(write.action());
    }
    if (plan instanceof Plan.Batch batch) {
      return once(batch.action());
    }
    if (plan instanceof Plan.Transaction transaction) {
      return transaction.members().stream()
          .map(member -> inTransaction(member.action()))
          .reduce(none(), CallCost::plus);
    }
    return none();
  }

  private static CallCost of(WriteAction action) {
    boolean isTransaction = action instanceof WriteAction.Move || action.isGuarded();
    return isTransaction ? inTransaction(action) : once(action);
  }

  /** DynamoDB prepares and commits: the table's part counts twice. */
  private static CallCost inTransaction(WriteAction action) {
    CallCost once = once(action).plus(guards(action));
    return new CallCost(once.table().times(2), once.indexes());
  }

  /** A guard is an item of less than 1 KB: one that comes or goes, or both if the value changes. */
  private static CallCost guards(WriteAction action) {
    if (!action.isGuarded()) {
      return none();
    }
    boolean isOneValue = action instanceof WriteAction.Put || action instanceof WriteAction.Delete;
    CapacityUnits guard = CapacityUnits.write(SizeRange.exactly(1));
    int most = action.entity().uniques().size() * (isOneValue ? 1 : 2);
    return new CallCost(guard.times(most), CapacityUnits.none());
  }

  private static CallCost once(WriteAction action) {
    Entity entity = action.entity();
    CapacityUnits item = CapacityUnits.write(EntitySize.of(entity));
    if (action instanceof WriteAction.Update update) {
      Set<String> changed = new HashSet<>(changed(update.assignments(), update.removed()));
      entity.attributes().stream()
          .filter(Attribute::isMaintained)
          .forEach(attribute -> changed.add(attribute.name()));
      return indexed(entity, item, membership -> writesOf(membership, entity, changed));
    }
    if (action instanceof WriteAction.Move) {
      return indexed(entity, item.times(2), membership -> 2);
    }
    if (action instanceof WriteAction.Check) {
      return new CallCost(item, CapacityUnits.none());
    }
    return indexed(entity, item, membership -> 1);
  }

  /** How often an entry is written for one change of these attributes. */
  private static int writesOf(IndexMembership membership, Entity entity, Set<String> changed) {
    boolean isInKey =
        membership.attributes().stream().map(Attribute::name).anyMatch(changed::contains);
    if (isInKey) {
      return 2;
    }
    return entity.attributes().stream()
            .filter(attribute -> changed.contains(attribute.name()))
            .anyMatch(attribute -> membership.index().projects(attribute.storedName()))
        ? 1
        : 0;
  }

  private static Set<String> changed(List<Assignment> assignments, Collection<Attribute> removed) {
    return Stream.concat(assignments.stream().map(Assignment::attribute), removed.stream())
        .map(Attribute::name)
        .collect(Collectors.toSet());
  }

  private interface EntryWrites {
    int of(IndexMembership membership);
  }

  private static CallCost indexed(Entity entity, CapacityUnits item, EntryWrites writes) {
    CapacityUnits local = CapacityUnits.none();
    CapacityUnits global = CapacityUnits.none();
    for (IndexMembership membership : entity.indexes()) {
      CapacityUnits entry =
          CapacityUnits.write(EntitySize.of(entity, membership)).times(writes.of(membership));
      if (membership.index().kind() == Index.Kind.LOCAL) {
        local = local.plus(entry);
      } else {
        global = global.plus(entry);
      }
    }
    return new CallCost(item.plus(local), global);
  }

  /** Each item is a read of its own, whoever sends it. */
  private static CapacityUnits fetched(Plan.Query query, int items) {
    SizeRange item = pageSize(AccessPath.of(query.path().table()), query.entities(), 1);
    return CapacityUnits.read(item, query.isConsistent()).times(items);
  }

  /** The bytes of one page: of its items, or of one item where the page is as long as it gets. */
  private static SizeRange pageSize(AccessPath path, List<Entity> entities, int items) {
    List<SizeRange> sizes = entities.stream().map(entity -> entrySize(path, entity)).toList();
    SizeRange one =
        new SizeRange(
            sizes.stream().mapToLong(SizeRange::minimum).min().orElse(0),
            sizes.stream().allMatch(size -> size.maximum().isPresent())
                ? sizes.stream()
                    .map(SizeRange::maximum)
                    .max(Comparator.comparingLong(OptionalLong::getAsLong))
                    .orElseThrow()
                : OptionalLong.empty());
    return SizeRange.sum(Collections.nCopies(items, one));
  }

  /** The items of one page that the cost is about. */
  public static int itemsOfPage(Plan.Query query) {
    if (query.isSingle()) {
      return 1;
    }
    // What a filter discards was read, too: the limit says nothing about that.
    int limit =
        query.filter().isEmpty() ? query.limit().orElse(Integer.MAX_VALUE) : Integer.MAX_VALUE;
    return Math.min(limit, query.pageSize().orElse(limit == Integer.MAX_VALUE ? 1 : limit));
  }

  /** Of a scan, what it discards are items, too. */
  public static int itemsOfPage(Plan.Scan scan) {
    return scan.pageSize().orElse(1);
  }

  private static SizeRange entrySize(AccessPath path, Entity entity) {
    return path.index()
        .flatMap(entity::membership)
        .map(membership -> EntitySize.of(entity, membership))
        .orElseGet(() -> EntitySize.of(entity));
  }

  private static CallCost read(CapacityUnits units) {
    return new CallCost(units, CapacityUnits.none());
  }

  private static CallCost none() {
    return new CallCost(CapacityUnits.none(), CapacityUnits.none());
  }

  private CallCost plus(CallCost other) {
    return new CallCost(table.plus(other.table), indexes.plus(other.indexes));
  }
}
