package dev.keyplan.check.rules;

import static dev.keyplan.check.rules.UnservableReads.nearest;
import static dev.keyplan.check.rules.UnservableReads.nearestFailedOn;
import static dev.keyplan.check.rules.UnservableReads.subject;

import dev.keyplan.check.PlanRule;
import dev.keyplan.diagnostic.Diagnostic;
import dev.keyplan.model.Index;
import dev.keyplan.model.Model;
import dev.keyplan.model.ReadPattern;
import dev.keyplan.plan.Plan;
import dev.keyplan.plan.Plan.Obstacle;
import java.util.List;
import java.util.Set;

/**
 * A query on an index returns what the index projects; DynamoDB does not fetch the rest from the
 * table for a global index. A pattern that returns whole entities needs all of their attributes
 * there, unless it says {@code fetch}; what it filters by is looked at in the index. An index with
 * {@code project selected} holds what is selected, so that its patterns select. Source: Amazon
 * DynamoDB Developer Guide, "Using global secondary indexes", "Attribute projections".
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

  /** Whether DynamoDB looks for it in the index, whatever is fetched then. */
  private static boolean isInFilter(Plan.Unservable unservable) {
    return !nearest(unservable).span().equals(unservable.pattern().span());
  }

  private static String hint(Plan.Unservable unservable) {
    ReadPattern pattern = (ReadPattern) unservable.pattern();
    if (nearest(unservable).path().index().filter(Index::projectsSelected).isPresent()) {
      return pattern.verb() == ReadPattern.Verb.SCAN
          ? "`select` what the pattern needs"
          : "`select` what the pattern needs, or `fetch` the items from the table";
    }
    if (isInFilter(unservable) || pattern.verb() == ReadPattern.Verb.SCAN) {
      return "project what is missing, or all; or leave it out";
    }
    return "`fetch` reads the items from the table, each at the price of a read; or project what is"
        + " missing, or all; or `select` what the index holds";
  }

  private static Diagnostic report(Plan.Unservable unservable) {
    ReadPattern pattern = (ReadPattern) unservable.pattern();
    String message =
        isInFilter(unservable)
            ? "the index that serves the pattern `%s` does not hold what it filters `%s` by"
            : pattern.selection().isPresent()
                ? "the index that serves the pattern `%s` does not hold all that it reads of `%s`"
                : "the index that serves the pattern `%s` does not hold all of `%s`";
    return UnservableReads.report(
            ID,
            unservable,
            message.formatted(unservable.pattern().name().name(), subject(unservable)))
        .withHint(hint(unservable));
  }
}
