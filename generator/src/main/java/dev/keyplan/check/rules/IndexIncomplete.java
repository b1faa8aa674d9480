package dev.keyplan.check.rules;

import static dev.keyplan.check.rules.UnservableReads.entity;
import static dev.keyplan.check.rules.UnservableReads.nearest;
import static dev.keyplan.check.rules.UnservableReads.nearestFailedOn;

import dev.keyplan.check.PlanRule;
import dev.keyplan.diagnostic.Diagnostic;
import dev.keyplan.model.IndexMembership;
import dev.keyplan.model.Model;
import dev.keyplan.model.ReadPattern;
import dev.keyplan.plan.Completeness;
import dev.keyplan.plan.Plan;
import dev.keyplan.plan.Plan.Obstacle;
import java.util.List;
import java.util.Set;

/**
 * A sparse index holds only the items that have a value for each optional attribute of its key, and
 * for which its {@code when} holds. A read on it returns all that it asks for only if it asks for
 * no others: it compares the attribute, or says {@code attribute_exists}, or restates the
 * condition. Source: Amazon DynamoDB Developer Guide, "Take advantage of sparse indexes".
 */
public final class IndexIncomplete implements PlanRule {
  public static final String ID = "INDEX_INCOMPLETE";

  @Override
  public String id() {
    return ID;
  }

  @Override
  public List<Diagnostic> check(Model model, List<Plan> plans) {
    return nearestFailedOn(plans, Set.of(Obstacle.INCOMPLETE)).stream()
        .map(IndexIncomplete::report)
        .toList();
  }

  private static Diagnostic report(Plan.Unservable unservable) {
    ReadPattern pattern = (ReadPattern) unservable.pattern();
    IndexMembership membership =
        nearest(unservable).path().index().flatMap(entity(unservable)::membership).orElseThrow();
    String missing = Completeness.of(pattern, membership).missing();
    return UnservableReads.report(
            ID,
            unservable,
            "the index that serves the pattern `%s` does not hold every `%s`"
                .formatted(pattern.name().name(), entity(unservable).name().name()))
        .withRelated(membership.span(), "in the index")
        .withHint(
            pattern.filter().isPresent()
                ? "if the others are not wanted, add `and %s` to the filter".formatted(missing)
                : "if the others are not wanted, say so: `filter %s`".formatted(missing));
  }
}
