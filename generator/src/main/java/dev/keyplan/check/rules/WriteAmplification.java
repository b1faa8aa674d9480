package dev.keyplan.check.rules;

import dev.keyplan.check.PlanRule;
import dev.keyplan.check.Warning;
import dev.keyplan.cost.Amount;
import dev.keyplan.cost.CallCost;
import dev.keyplan.cost.CapacityUnits;
import dev.keyplan.diagnostic.Diagnostic;
import dev.keyplan.model.IndexMembership;
import dev.keyplan.model.Model;
import dev.keyplan.model.Rate;
import dev.keyplan.plan.Plan;
import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A change of an attribute in the key of a global index deletes the entry and puts it anew: two
 * writes besides the table's. Where that is more than 100 write units a second and more than the
 * table itself takes, it is worth another look. Source: Amazon DynamoDB Developer Guide, "Using
 * global secondary indexes", "Write capacity units".
 */
public final class WriteAmplification implements PlanRule, Warning {
  public static final String ID = "WRITE_AMPLIFICATION";

  @Override
  public String id() {
    return ID;
  }

  private static final BigDecimal WORTH_A_LOOK = BigDecimal.valueOf(100);

  @Override
  public List<Diagnostic> check(Model model, List<Plan> plans) {
    return plans.stream()
        .flatMap(
            plan -> plan.pattern().workload().rate().flatMap(rate -> check(plan, rate)).stream())
        .toList();
  }

  private static Optional<Diagnostic> check(Plan plan, Rate rate) {
    CallCost cost = CallCost.of(plan);
    CapacityUnits indexes = CapacityUnits.sum(cost.indexes().values());
    Map<String, CapacityUnits> twice = movedEntries(plan, cost);
    boolean isMuch =
        !twice.isEmpty()
            && indexes.minimumHalves() > cost.table().minimumHalves()
            && Amount.of(CapacityUnits.sum(twice.values()), rate).least().compareTo(WORTH_A_LOOK)
                > 0;
    return isMuch ? Optional.of(report(plan, cost, twice, rate)) : Optional.empty();
  }

  /** What each index takes whose key changes. */
  private static Map<String, CapacityUnits> movedEntries(Plan plan, CallCost cost) {
    Map<String, CapacityUnits> moved = new LinkedHashMap<>();
    for (PlannedWrite write : PlannedWrite.of(List.of(plan))) {
      for (IndexMembership membership : write.action().entity().indexes()) {
        String index = membership.index().name();
        boolean isMoved =
            membership.key().attributes().stream().anyMatch(write.changed()::contains);
        if (isMoved && cost.indexes().containsKey(index)) {
          moved.put(index, cost.indexes().get(index));
        }
      }
    }
    return moved;
  }

  private static Diagnostic report(
      Plan plan, CallCost cost, Map<String, CapacityUnits> twice, Rate rate) {
    String indexes =
        twice.entrySet().stream()
            .map(index -> "%s of `%s`".formatted(Numbers.units(index.getValue()), index.getKey()))
            .collect(Collectors.joining(" and "));
    CapacityUnits all =
        CapacityUnits.sum(
            Stream.concat(Stream.of(cost.table()), cost.indexes().values().stream()).toList());
    return Diagnostic.warning(
            ID,
            plan.pattern().span(),
            "each `%s` takes %s of the table, and %s, whose key it changes"
                .formatted(plan.pattern().name().name(), Numbers.units(cost.table()), indexes))
        .withRelated(rate.span(), "%s write units a second".formatted(Amount.of(all, rate).text()))
        .withHint("an index key that this does not change; or answer that it is worth it");
  }
}
