package dev.keyplan.explain;

import dev.keyplan.cost.Amount;
import dev.keyplan.cost.Loads;
import dev.keyplan.cost.PathCost;
import dev.keyplan.cost.PathCost.PartitionLoad;
import dev.keyplan.cost.Prices;
import dev.keyplan.model.Billing;
import dev.keyplan.model.DefinitionName;
import dev.keyplan.model.Entity;
import dev.keyplan.model.Index;
import dev.keyplan.model.Model;
import dev.keyplan.model.Table;
import dev.keyplan.model.TableClass;
import dev.keyplan.model.Throughput;
import dev.keyplan.plan.AccessPath;
import dev.keyplan.plan.Plan;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;

/**
 * What the rates and volumes of a model mean for a table or one of its indexes.
 *
 * @param path the table's name with its namespace, and the index's
 * @param facts by short names, in order
 */
public record TableExplanation(String path, Map<String, String> facts) {
  public TableExplanation {
    facts = Collections.unmodifiableMap(new LinkedHashMap<>(facts));
  }

  /** Of all tables and indexes of which the model knows any numbers, in its order. */
  public static List<TableExplanation> of(Model model, List<Plan> plans, Prices prices) {
    Loads loads = Loads.of(plans);
    Map<DefinitionName, List<Entity>> byTable = model.entitiesByTable();
    return model.tables().stream()
        .flatMap(
            table -> {
              List<Entity> entities = byTable.getOrDefault(table.name(), List.of());
              return paths(table).map(path -> of(PathCost.of(path, entities, loads), prices));
            })
        .filter(explanation -> !explanation.facts().isEmpty())
        .toList();
  }

  private static Stream<AccessPath> paths(Table table) {
    return Stream.concat(
        Stream.of(AccessPath.of(table)),
        table.indexes().stream().map(index -> AccessPath.of(table, index)));
  }

  private static TableExplanation of(PathCost cost, Prices prices) {
    AccessPath path = cost.path();
    TableClass tableClass = path.table().settings().tableClass();
    Map<String, String> facts = new LinkedHashMap<>();
    boolean isUsed = !cost.reads().isNothing() || !cost.writes().isNothing();
    if (isUsed) {
      facts.put("per second", units(cost.reads(), cost.writes()));
      if (path.table().billing() instanceof Billing.OnDemand) {
        facts.put("per month", prices.requests(cost.reads(), cost.writes(), tableClass));
      }
      cost.partitions().forEach(load -> partition(load, facts));
    }
    if (isUsed && path.table().billing() instanceof Billing.Provisioned billing) {
      provisioned(path, billing, prices, facts);
    }
    cost.storage()
        .ifPresent(
            bytes ->
                facts.put(
                    "storage",
                    Prices.gigabytes(bytes)
                        + ", "
                        + prices.storage(bytes, tableClass)
                        + " a month"));
    String index = path.index().map(i -> ", index " + i.name()).orElse("");
    return new TableExplanation(path.table().name() + index, facts);
  }

  private static void provisioned(
      AccessPath path, Billing.Provisioned billing, Prices prices, Map<String, String> facts) {
    boolean hasItsOwn = path.index().isEmpty() || path.index().get().kind() == Index.Kind.GLOBAL;
    if (hasItsOwn) {
      Throughput throughput = path.index().flatMap(Index::throughput).orElse(billing.throughput());
      facts.put(
          "provisioned",
          String.format(
              Locale.ROOT,
              "%,d read units, %,d write units, %s a month",
              throughput.readUnits(),
              throughput.writeUnits(),
              prices.provisioned(
                  throughput.readUnits(),
                  throughput.writeUnits(),
                  path.table().settings().tableClass())));
    }
  }

  /** An entity a line: they spread differently. */
  private static void partition(PartitionLoad load, Map<String, String> facts) {
    String line =
        String.format(
            Locale.ROOT,
            "%s: %s for each of %,d",
            load.entity().name().name(),
            units(load.reads(), load.writes()),
            load.partitions());
    facts.merge("partitions", line, (before, more) -> before + "; " + more);
  }

  private static String units(Amount reads, Amount writes) {
    if (reads.isNothing()) {
      return writes.text() + " write units";
    }
    String read = reads.text() + " read units";
    return writes.isNothing() ? read : read + ", " + writes.text() + " write units";
  }
}
