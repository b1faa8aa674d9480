package dev.keyplan.check.rules;

import static dev.keyplan.check.rules.UnservableReads.nearestFailedOn;
import static dev.keyplan.check.rules.UnservableReads.withOtherPaths;

import dev.keyplan.check.PlanRule;
import dev.keyplan.diagnostic.Diagnostic;
import dev.keyplan.model.Model;
import dev.keyplan.plan.Plan;
import dev.keyplan.plan.Plan.Obstacle;
import java.util.List;
import java.util.Set;

/**
 * A global secondary index is updated after the table, so DynamoDB refuses strongly consistent
 * reads on it. Source: Amazon DynamoDB API Reference, Query, {@code ConsistentRead}.
 */
public final class ConsistentReadOnGlobalIndex implements PlanRule {
  public static final String ID = "CONSISTENT_READ_ON_GLOBAL_INDEX";

  @Override
  public String id() {
    return ID;
  }

  @Override
  public List<Diagnostic> check(Model model, List<Plan> plans) {
    return nearestFailedOn(plans, Set.of(Obstacle.CONSISTENCY)).stream()
        .map(ConsistentReadOnGlobalIndex::report)
        .toList();
  }

  private static Diagnostic report(Plan.Unservable unservable) {
    String message =
        "the pattern `%s` asks for a consistent read that only the table or a local index gives"
            .formatted(unservable.pattern().name().name());
    return withOtherPaths(UnservableReads.report(ID, unservable, message), unservable)
        .withHint("drop `consistent`, or fill the key of the table with what the pattern binds");
  }
}
