package dev.keyplan.check.rules;

import dev.keyplan.check.LoadRule;
import dev.keyplan.cost.Load;
import dev.keyplan.cost.Loads;
import dev.keyplan.diagnostic.Diagnostic;
import dev.keyplan.model.Billing;
import dev.keyplan.model.DefinitionName;
import dev.keyplan.model.Entity;
import dev.keyplan.model.Index;
import dev.keyplan.model.Limits;
import dev.keyplan.model.Model;
import dev.keyplan.model.RequestMaximum;
import dev.keyplan.model.Table;
import dev.keyplan.model.Throughput;
import dev.keyplan.plan.AccessPath;
import dev.keyplan.source.Span;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A table and each of its global indexes takes 40,000 read and 40,000 write units a second, however
 * it is billed. AWS raises this quota on request, so it is a warning. Counted is what the table
 * states, or the least that the rates of all patterns come to. Source: Amazon DynamoDB Developer
 * Guide, "Quotas in Amazon DynamoDB".
 */
public final class ThroughputAboveQuota implements LoadRule {
  public static final String ID = "THROUGHPUT_ABOVE_QUOTA";

  @Override
  public String id() {
    return ID;
  }

  @Override
  public List<Diagnostic> check(Model model, Loads loads) {
    Map<DefinitionName, List<Entity>> byTable = model.entitiesByTable();
    List<Diagnostic> found = new ArrayList<>();
    for (Table table : model.tables()) {
      List<Entity> entities = byTable.getOrDefault(table.name(), List.of());
      check(AccessPath.of(table), entities, loads, stated(table), table.span(), found);
      for (Index index : table.indexes(Index.Kind.GLOBAL)) {
        AccessPath path = AccessPath.of(table, index);
        check(path, entities, loads, stated(table, index), index.span(), found);
      }
    }
    return found;
  }

  /** Units a second that the model states; 0 if it does not. */
  private record Stated(long reads, long writes) {
    static Stated of(Optional<Throughput> throughput, Optional<RequestMaximum> maximum) {
      return throughput
          .map(t -> new Stated(t.readUnits(), t.writeUnits()))
          .or(() -> maximum.map(m -> new Stated(m.readUnits().orElse(0), m.writeUnits().orElse(0))))
          .orElse(new Stated(0, 0));
    }
  }

  private static Stated stated(Table table) {
    return table.billing() instanceof Billing.Provisioned provisioned
        ? Stated.of(Optional.of(provisioned.throughput()), Optional.empty())
        : Stated.of(Optional.empty(), ((Billing.OnDemand) table.billing()).maximum());
  }

  private static Stated stated(Table table, Index index) {
    return index.throughput().isEmpty() && index.maximum().isEmpty()
        ? stated(table)
        : Stated.of(index.throughput(), index.maximum());
  }

  private static void check(
      AccessPath path,
      List<Entity> entities,
      Loads loads,
      Stated stated,
      Span span,
      List<Diagnostic> found) {
    List<Load> own = entities.stream().flatMap(e -> loads.at(path, e).stream()).toList();
    Stream.of(
            report(path, "read", stated.reads(), needed(own, false), span),
            report(path, "write", stated.writes(), needed(own, true), span))
        .flatMap(Optional::stream)
        .forEach(found::add);
  }

  private static long needed(List<Load> loads, boolean isWrite) {
    return loads.stream()
        .map(load -> load.demand(isWrite).least())
        .reduce(BigDecimal.ZERO, BigDecimal::add)
        .longValue();
  }

  private static Optional<Diagnostic> report(
      AccessPath path, String kind, long stated, long needed, Span span) {
    long units = Math.max(stated, needed);
    if (units <= Limits.UNITS_OF_A_TABLE) {
      return Optional.empty();
    }
    return Optional.of(
        Diagnostic.warning(
                ID,
                span,
                "%s %s %s %s units a second, and the quota is %s"
                    .formatted(
                        path.description(),
                        stated == units ? "is to have" : "needs",
                        Numbers.text(units),
                        kind,
                        Numbers.text(Limits.UNITS_OF_A_TABLE)))
            .withHint("ask AWS to raise the quota before anything depends on it"));
  }
}
