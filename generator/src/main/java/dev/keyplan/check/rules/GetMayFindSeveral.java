package dev.keyplan.check.rules;

import static dev.keyplan.check.rules.UnservableReads.entity;
import static dev.keyplan.check.rules.UnservableReads.nearestFailedOn;

import dev.keyplan.check.PlanRule;
import dev.keyplan.diagnostic.Diagnostic;
import dev.keyplan.model.Model;
import dev.keyplan.plan.Plan;
import dev.keyplan.plan.Plan.Obstacle;
import java.util.List;
import java.util.Set;

/**
 * {@code get} returns at most one item, so it binds everything that tells two items apart: the
 * whole primary key, or all of the identity ({@code @id}).
 */
public final class GetMayFindSeveral implements PlanRule {
  public static final String ID = "GET_MAY_FIND_SEVERAL";

  @Override
  public String id() {
    return ID;
  }

  @Override
  public List<Diagnostic> check(Model model, List<Plan> plans) {
    return nearestFailedOn(plans, Set.of(Obstacle.NOT_UNIQUE)).stream()
        .map(GetMayFindSeveral::report)
        .toList();
  }

  private static Diagnostic report(Plan.Unservable unservable) {
    return UnservableReads.report(
            ID,
            unservable,
            "the pattern `%s` may find several `%s`, but `get` promises at most one"
                .formatted(unservable.pattern().name().name(), entity(unservable).name().name()))
        .withHint(
            "write `query %s`, or bind its whole key or identity"
                .formatted(entity(unservable).name().name()));
  }
}
