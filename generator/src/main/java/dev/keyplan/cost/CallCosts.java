package dev.keyplan.cost;

import dev.keyplan.model.Attribute;
import dev.keyplan.model.Entity;
import dev.keyplan.model.IndexMembership;
import dev.keyplan.model.Write.Assignment;
import dev.keyplan.plan.AccessPath;
import dev.keyplan.plan.FanOut;
import dev.keyplan.plan.Plan;
import dev.keyplan.plan.WriteAction;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.OptionalInt;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Works out what calls cost, one after the other: the sizes of what they read and write are the
 * same ones again and again.
 */
final class CallCosts {
  private static final int BYTES_OF_A_QUERY = 1024 * 1024;

  private final KnownSizes sizes = new KnownSizes();

  CallCost of(Plan plan) {
    if (plan instanceof Plan.GetItem get) {
      return read(
          AccessPath.of(get.entity().table()),
          get.entity(),
          CapacityUnits.read(sizes.of(get.entity()), get.isConsistent()));
    }
    if (plan instanceof Plan.GuardedGet get) {
      CapacityUnits guard = CapacityUnits.read(SizeRange.exactly(1), true);
      return read(
          AccessPath.of(get.entity().table()),
          get.entity(),
          guard.plus(CapacityUnits.read(sizes.of(get.entity()), true)));
    }
    if (plan instanceof Plan.BatchGetItem batch) {
      return read(
          AccessPath.of(batch.entity().table()),
          batch.entity(),
          CapacityUnits.read(sizes.of(batch.entity()), batch.isConsistent())
              .times(ReadVolume.of(batch)));
    }
    if (plan instanceof Plan.TransactionGet get) {
      return new CallCost(
          get.pattern().members().stream().map(member -> inTransaction(member.entity())).toList());
    }
    if (plan instanceof Plan.Query query) {
      return query(query);
    }
    if (plan instanceof Plan.Scan scan) {
      List<Entity> all = Stream.concat(scan.entities().stream(), scan.others().stream()).toList();
      CapacityUnits units =
          units(scan.path(), all, ReadVolume.of(scan), scan.pageSize(), scan.isConsistent());
      return read(scan.path(), scan.entities().get(0), units);
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
          .reduce(CallCost.none(), CallCost::plus);
    }
    return CallCost.none();
  }

  private CallCost query(Plan.Query query) {
    long items = ReadVolume.of(query);
    // Each shard is asked for its part, of a page as of the whole.
    int shards = shards(query);
    long each = part(items, shards);
    OptionalInt page =
        query.pageSize().isPresent()
            ? OptionalInt.of((int) part(query.pageSize().getAsInt(), shards))
            : OptionalInt.empty();
    Entity entity = query.entities().get(0);
    List<Consumption> parts = new ArrayList<>();
    parts.add(
        new Consumption(
            query.path(),
            entity,
            false,
            units(query.path(), query.entities(), each, page, query.isConsistent()).times(shards)));
    if (query.isFetched()) {
      AccessPath table = AccessPath.of(query.path().table());
      // Each item is a read of its own, whoever sends it.
      CapacityUnits item =
          units(table, query.entities(), 1, OptionalInt.empty(), query.isConsistent());
      parts.add(new Consumption(table, entity, false, item.times(items)));
    }
    return new CallCost(parts);
  }

  CapacityUnits ofPage(Plan.Query query) {
    int shards = shards(query);
    boolean isSized = query.pageSize().isPresent() || query.limit().isPresent();
    int most =
        Math.min(
            query.pageSize().orElse(Integer.MAX_VALUE), query.limit().orElse(Integer.MAX_VALUE));
    SizeRange item =
        SizeRange.either(query.entities().stream().map(e -> sizes.of(e, query.path())).toList());
    SizeRange read =
        isSized ? item.times(part(most, shards)) : SizeRange.between(0, BYTES_OF_A_QUERY);
    return CapacityUnits.read(read, query.isConsistent()).times(shards);
  }

  private static int shards(Plan.Query query) {
    return query.condition().fanOut().map(FanOut::merged).orElse(1);
  }

  private static long part(long items, int shards) {
    return (items + shards - 1) / shards;
  }

  /** A strongly consistent read, twice. */
  private Consumption inTransaction(Entity entity) {
    CapacityUnits units = CapacityUnits.read(sizes.of(entity), true).times(2);
    return new Consumption(AccessPath.of(entity.table()), entity, false, units);
  }

  private CallCost of(WriteAction action) {
    boolean isTransaction = action instanceof WriteAction.Move || action.isGuarded();
    return isTransaction ? inTransaction(action) : once(action);
  }

  /** DynamoDB prepares and commits: the table's part counts twice. */
  private CallCost inTransaction(WriteAction action) {
    CallCost once = once(action).plus(guards(action));
    return new CallCost(
        once.parts().stream().map(part -> part.isOfGlobalIndex() ? part : part.times(2)).toList());
  }

  /** A guard is an item of less than 1 KB: one that comes or goes, or both if the value changes. */
  private CallCost guards(WriteAction action) {
    if (!action.isGuarded()) {
      return CallCost.none();
    }
    boolean isOneValue = action instanceof WriteAction.Put || action instanceof WriteAction.Delete;
    CapacityUnits guard = CapacityUnits.write(SizeRange.exactly(1));
    int most = action.entity().uniques().size() * (isOneValue ? 1 : 2);
    AccessPath table = AccessPath.of(action.entity().table());
    return CallCost.of(new Consumption(table, action.entity(), true, guard.times(most)));
  }

  private CallCost once(WriteAction action) {
    Entity entity = action.entity();
    CapacityUnits item = CapacityUnits.write(sizes.of(entity));
    if (action instanceof WriteAction.Update update) {
      Set<String> changed = new HashSet<>(changed(update));
      entity.attributes().stream()
          .filter(Attribute::isMaintained)
          .forEach(attribute -> changed.add(attribute.name()));
      return indexed(entity, item, membership -> writesOf(membership, entity, changed));
    }
    if (action instanceof WriteAction.Move) {
      return indexed(entity, item.times(2), membership -> 2);
    }
    if (action instanceof WriteAction.Check) {
      return indexed(entity, item, membership -> 0);
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
            .anyMatch(attribute -> membership.index().projects(entity.nameOfHolder(attribute)))
        ? 1
        : 0;
  }

  private static Set<String> changed(WriteAction.Update update) {
    return Stream.of(
            update.assignments().stream().map(Assignment::attribute),
            update.removed().stream(),
            update.changes().stream().map(change -> change.path().attribute()))
        .flatMap(Function.identity())
        .map(Attribute::name)
        .collect(Collectors.toSet());
  }

  private interface EntryWrites {
    int of(IndexMembership membership);
  }

  private CallCost indexed(Entity entity, CapacityUnits item, EntryWrites writes) {
    List<Consumption> parts = new ArrayList<>();
    parts.add(new Consumption(AccessPath.of(entity.table()), entity, true, item));
    for (IndexMembership membership : entity.indexes()) {
      int times = writes.of(membership);
      if (times > 0) {
        AccessPath path = AccessPath.of(entity.table(), membership.index());
        CapacityUnits always = CapacityUnits.write(sizes.of(entity, path)).times(times);
        CapacityUnits entry = membership.isSparse() ? always.orNothing() : always;
        parts.add(new Consumption(path, entity, true, entry));
      }
    }
    return new CallCost(parts);
  }

  /** Page by page: each is a request, and rounded up. */
  private CapacityUnits units(
      AccessPath path,
      List<Entity> entities,
      long items,
      OptionalInt pageSize,
      boolean isConsistent) {
    long page = Math.min(items, pageSize.orElse(Integer.MAX_VALUE));
    SizeRange one = SizeRange.either(entities.stream().map(e -> sizes.of(e, path)).toList());
    CapacityUnits full = CapacityUnits.read(one.times(page), isConsistent).times(items / page);
    return items % page == 0
        ? full
        : full.plus(CapacityUnits.read(one.times(items % page), isConsistent));
  }

  private CallCost read(AccessPath path, Entity entity, CapacityUnits units) {
    return CallCost.of(new Consumption(path, entity, false, units));
  }
}
