package dev.keyplan.check.rules;

import static dev.keyplan.check.rules.UnservableReads.entity;
import static dev.keyplan.check.rules.UnservableReads.nearestFailedOn;

import dev.keyplan.check.PlanRule;
import dev.keyplan.diagnostic.Diagnostic;
import dev.keyplan.model.Model;
import dev.keyplan.model.ReadPattern;
import dev.keyplan.plan.Plan;
import dev.keyplan.plan.Plan.Obstacle;
import java.util.List;
import java.util.Set;

/**
 * A query on an index returns what the index projects; DynamoDB does not fetch the rest from the
 * table for a global index. A pattern that returns whole entities needs all of their attributes
 * there. Source: Amazon DynamoDB Developer Guide, "Using global secondary indexes", "Attribute
 * projections".
 */
public final class IndexLacksAttributes implements PlanRule {
  public static final String ID = "INDEX_LACKS_ATTRIBUTES";

  @Override
  public String id() {
    return ID;
  }

  @Override
  public List<Diagnostic> check(Model model, List<Plan> plans) {
    return nearestFailedOn(plans, Set.of(Obstacle.PROJECTION)).stream()
        .map(IndexLacksAttributes::report)
        .toList();
  }

  private static Diagnostic report(Plan.Unservable unservable) {
    boolean isSelection =
        unservable.pattern() instanceof ReadPattern read && read.selection().isPresent();
    String message =
        isSelection
            ? "the index that serves the pattern `%s` does not hold all that it reads of `%s`"
            : "the index that serves the pattern `%s` does not hold all of `%s`";
    return UnservableReads.report(
            ID,
            unservable,
            message.formatted(unservable.pattern().name().name(), entity(unservable).name().name()))
        .withHint("project what is missing, or all; or `select` what the index holds");
  }
}
