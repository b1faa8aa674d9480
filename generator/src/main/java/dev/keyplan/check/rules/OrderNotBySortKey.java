package dev.keyplan.check.rules;

import static dev.keyplan.check.rules.UnservableReads.isPinned;
import static dev.keyplan.check.rules.UnservableReads.nearest;
import static dev.keyplan.check.rules.UnservableReads.nearestFailedOn;
import static dev.keyplan.check.rules.UnservableReads.subject;
import static dev.keyplan.check.rules.UnservableReads.withSuggestion;

import dev.keyplan.check.PlanRule;
import dev.keyplan.diagnostic.Diagnostic;
import dev.keyplan.model.Model;
import dev.keyplan.plan.Plan;
import dev.keyplan.plan.Plan.Obstacle;
import java.util.List;
import java.util.Set;

/**
 * DynamoDB returns items in the order of the sort key, and in no other. What a pattern orders by
 * must be the sort key's own sequence, behind the parts that are bound by {@code =}, each stored so
 * that text order is value order. Source: Amazon DynamoDB API Reference, Query, {@code
 * ScanIndexForward}.
 */
public final class OrderNotBySortKey implements PlanRule {
  public static final String ID = "ORDER_NOT_BY_SORT_KEY";

  @Override
  public String id() {
    return ID;
  }

  @Override
  public List<Diagnostic> check(Model model, List<Plan> plans) {
    return nearestFailedOn(plans, Set.of(Obstacle.ORDER)).stream()
        .map(OrderNotBySortKey::report)
        .toList();
  }

  private static Diagnostic report(Plan.Unservable unservable) {
    String subject =
        isPinned(unservable)
            ? nearest(unservable).path().description() + " does not give"
            : "no key gives";
    Diagnostic diagnostic =
        UnservableReads.report(
            ID,
            unservable,
            "%s `%s` in the order that the pattern `%s` asks for"
                .formatted(subject, subject(unservable), unservable.pattern().name().name()));
    return withSuggestion(diagnostic, unservable);
  }
}
