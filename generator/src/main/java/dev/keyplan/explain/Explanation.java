package dev.keyplan.explain;

import dev.keyplan.cost.Amount;
import dev.keyplan.cost.CallCost;
import dev.keyplan.cost.Load;
import dev.keyplan.cost.Prices;
import dev.keyplan.cost.ReadVolume;
import dev.keyplan.model.AttributePath;
import dev.keyplan.model.Billing;
import dev.keyplan.model.Model;
import dev.keyplan.model.Rate;
import dev.keyplan.model.ReadPattern;
import dev.keyplan.model.Table;
import dev.keyplan.plan.AccessPath;
import dev.keyplan.plan.Assessment;
import dev.keyplan.plan.FanOut;
import dev.keyplan.plan.Plan;
import dev.keyplan.plan.PlanText;
import dev.keyplan.plan.Planner;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * How one pattern is answered.
 *
 * @param pattern its name with its namespace
 * @param facts what is decided, by short names, in order
 * @param otherPaths why the other access paths of the table are not used
 */
public record Explanation(
    String pattern,
    Optional<String> documentation,
    Map<String, String> facts,
    List<String> otherPaths) {
  public Explanation {
    facts = Collections.unmodifiableMap(new LinkedHashMap<>(facts));
    otherPaths = List.copyOf(otherPaths);
  }

  /** An explanation for each plan, in order. */
  public static List<Explanation> of(Model model, List<Plan> plans, Prices prices) {
    Map<String, List<Assessment>> assessments = Planner.assess(model);
    return plans.stream()
        .map(
            plan ->
                of(
                    plan,
                    assessments.getOrDefault(plan.pattern().name().toString(), List.of()),
                    prices))
        .toList();
  }

  private static Explanation of(Plan plan, List<Assessment> assessments, Prices prices) {
    Map<String, String> facts = new LinkedHashMap<>();
    if (plan instanceof Plan.Query query) {
      query(query, facts);
    } else if (plan instanceof Plan.BatchGetItem batch) {
      facts.put("operation", "BatchGetItem on the table, 100 keys at a time");
      facts.put("key", PlanText.key(batch));
      selection(batch.pattern(), facts);
      expired(batch, facts);
      facts.put("consistency", consistency(batch.isConsistent()));
      facts.put("read units", readUnits(batch, 1));
    } else if (plan instanceof Plan.TransactionGet get) {
      facts.put("operation", PlanText.of(get));
      facts.put("consistency", "serializable");
      facts.put("read units", CallCost.of(get).table().text());
    } else if (plan instanceof Plan.Scan scan) {
      scan(scan, facts);
    } else if (plan instanceof Plan.GetItem get) {
      facts.put("operation", "GetItem on the table");
      facts.put("key", PlanText.key(get));
      selection(get.pattern(), facts);
      expired(get, facts);
      facts.put("consistency", consistency(get.isConsistent()));
      facts.put("read units", CallCost.of(get).table().text());
    } else if (plan instanceof Plan.GuardedGet get) {
      facts.put("operation", PlanText.of(get));
      selection(get.pattern(), facts);
      expired(get, facts);
      facts.put("consistency", consistency(true));
      facts.put("read units", CallCost.of(get).table().text());
    } else {
      facts.put("operation", PlanText.of(plan));
      if (!(plan instanceof Plan.Unservable)) {
        write(plan, facts);
      }
    }
    traffic(plan, prices, facts);
    return new Explanation(
        plan.pattern().name().toString(),
        plan.pattern().documentation(),
        facts,
        otherPaths(plan, assessments));
  }

  private static void query(Plan.Query query, Map<String, String> facts) {
    facts.put(
        "operation",
        (query.isCountOnly() ? "Query COUNT on " : "Query on ") + query.path().description());
    facts.put("key", PlanText.of(query.condition()));
    if (query.pattern().collection().isPresent()) {
      facts.put("finds", PlanText.entities(query));
    }
    query.condition().fanOut().ifPresent(fanOut -> fanOut(query, fanOut, facts));
    query.filter().ifPresent(filter -> facts.put("filter", PlanText.of(filter)));
    selection(query.pattern(), facts);
    if (query.isFetched()) {
      facts.put(
          "fetch",
          query.isFetchedByKey()
              ? "BatchGetItem on the table; items that are gone by then are left out"
              : "DynamoDB reads each item from the table");
    }
    expired(query, facts);
    if (!query.isCount()) {
      facts.put("order", query.isDescending() ? "descending" : "ascending");
    }
    query.pageSize().ifPresent(size -> facts.put("page", size + " items"));
    query.limit().ifPresent(limit -> facts.put("limit", limit + " items"));
    facts.put("consistency", consistency(query.isConsistent()));
    facts.put("read units", readUnits(query, ReadVolume.of(query)));
  }

  private static void fanOut(Plan.Query query, FanOut fanOut, Map<String, String> facts) {
    facts.put("queries", fanOut.text());
    String allowed =
        "up to "
            + FanOut.AT_A_TIME
            + " at a time (the table's concurrency; 1 if a client that waits has no executor)";
    facts.put("sent", fanOut.sending(query, allowed));
    if (fanOut.shards().isPresent() && !query.isCount()) {
      facts.put("page costs", CallCost.ofPage(query).text() + " read units");
    }
  }

  private static void scan(Plan.Scan scan, Map<String, String> facts) {
    facts.put("operation", "Scan of " + scan.path().description());
    String recognition = PlanText.recognition(scan);
    if (!recognition.isEmpty()) {
      facts.put("items", recognition);
    }
    scan.filter().ifPresent(filter -> facts.put("filter", PlanText.of(filter)));
    selection(scan.pattern(), facts);
    scan.pageSize().ifPresent(size -> facts.put("page", size + " items"));
    scan.limit().ifPresent(limit -> facts.put("limit", limit + " items"));
    facts.put("consistency", consistency(scan.isConsistent()));
    facts.put("read units", readUnits(scan, ReadVolume.of(scan)));
  }

  private static String readUnits(Plan plan, long items) {
    return CallCost.of(plan).table().text()
        + (items == 1 ? " for one item" : String.format(Locale.ROOT, " for %,d items", items));
  }

  private static void selection(ReadPattern pattern, Map<String, String> facts) {
    pattern
        .selection()
        .ifPresent(
            selection ->
                facts.put(
                    "attributes",
                    selection.paths().stream()
                        .map(AttributePath::text)
                        .collect(Collectors.joining(", "))));
  }

  private static void expired(Plan plan, Map<String, String> facts) {
    PlanText.expired(plan).ifPresent(expired -> facts.put("discarded", expired));
  }

  private static void write(Plan plan, Map<String, String> facts) {
    CallCost cost = CallCost.of(plan);
    String unit = plan instanceof Plan.Batch ? " for one item" : "";
    facts.put("write units", cost.table().text() + unit);
    if (!cost.indexes().isEmpty()) {
      facts.put(
          "in indexes",
          cost.indexes().entrySet().stream()
              .map(index -> index.getKey() + " " + index.getValue().text())
              .collect(Collectors.joining(", ")));
    }
  }

  /** What the calls of a second take, and those of a month cost where each is paid. */
  private static void traffic(Plan plan, Prices prices, Map<String, String> facts) {
    Optional<Rate> rate = plan.pattern().workload().rate();
    if (rate.isEmpty() || plan instanceof Plan.Unservable) {
      return;
    }
    facts.put("rate", rate.get().text());
    Amount reads = Load.perSecond(plan, false);
    Amount writes = Load.perSecond(plan, true);
    facts.put(
        "per second",
        writes.isNothing() ? reads.text() + " read units" : writes.text() + " write units");
    Table table = plan.pattern().entities().get(0).table();
    if (table.billing() instanceof Billing.OnDemand) {
      facts.put("per month", prices.requests(reads, writes, table.settings().tableClass()));
    }
  }

  private static String consistency(boolean isConsistent) {
    return isConsistent ? "strong" : "eventual";
  }

  /** What a read by key is sent to. */
  private static Optional<AccessPath> path(Plan plan) {
    if (plan instanceof Plan.GetItem get) {
      return Optional.of(AccessPath.of(get.entity().table()));
    }
    return plan instanceof Plan.Query query ? Optional.of(query.path()) : Optional.empty();
  }

  private static List<String> otherPaths(Plan plan, List<Assessment> assessments) {
    if (plan instanceof Plan.Scan) {
      return List.of();
    }
    Optional<AccessPath> used = path(plan);
    boolean isNamed = plan.pattern() instanceof ReadPattern read && read.via().isPresent();
    List<String> others = new ArrayList<>();
    for (Assessment assessment : assessments) {
      AccessPath path = assessment.path();
      if (assessment.rejection().isPresent()) {
        others.add(assessment.rejection().get().reason());
      } else if (used.isPresent() && !used.get().equals(path)) {
        boolean isFetched = assessment.plan().get() instanceof Plan.Query q && q.isFetched();
        String why =
            isNamed ? "the pattern names another" : isFetched ? "has to fetch" : "comes later";
        others.add(path.description() + " would serve, but " + why);
      }
    }
    return others;
  }
}
