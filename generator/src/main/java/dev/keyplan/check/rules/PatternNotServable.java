package dev.keyplan.check.rules;

import static dev.keyplan.check.rules.UnservableReads.isPinned;
import static dev.keyplan.check.rules.UnservableReads.nearest;
import static dev.keyplan.check.rules.UnservableReads.nearestFailedOn;
import static dev.keyplan.check.rules.UnservableReads.report;
import static dev.keyplan.check.rules.UnservableReads.subject;
import static dev.keyplan.check.rules.UnservableReads.withOtherPaths;
import static dev.keyplan.check.rules.UnservableReads.withSuggestion;

import dev.keyplan.check.PlanRule;
import dev.keyplan.diagnostic.Diagnostic;
import dev.keyplan.model.Model;
import dev.keyplan.plan.Plan;
import dev.keyplan.plan.Plan.Obstacle;
import java.util.List;
import java.util.Set;

/**
 * A read must be answered by one key: the table's or an index's. Its restrictions bind every
 * partition key attribute by {@code =}, and on the sort key they bind parts from the left by {@code
 * =} and then at most one by a range. A query never scans and never filters in secret.
 *
 * <p>The message names the nearest key and what it lacks; the hint is the index that would serve.
 */
public final class PatternNotServable implements PlanRule {
  public static final String ID = "PATTERN_NOT_SERVABLE";

  private static final Set<Obstacle> OBSTACLES =
      Set.of(Obstacle.NOT_A_MEMBER, Obstacle.PARTITION_KEY, Obstacle.SORT_KEY);

  @Override
  public String id() {
    return ID;
  }

  @Override
  public List<Diagnostic> check(Model model, List<Plan> plans) {
    return nearestFailedOn(plans, OBSTACLES).stream().map(PatternNotServable::diagnostic).toList();
  }

  private static Diagnostic diagnostic(Plan.Unservable unservable) {
    String path = nearest(unservable).path().description();
    String pattern = unservable.pattern().name().name();
    String message =
        isPinned(unservable)
            ? "%s does not serve the pattern `%s`, which names it".formatted(path, pattern)
            : "no key of `%s` serves the pattern `%s`; the nearest is %s"
                .formatted(subject(unservable), pattern, path);
    Diagnostic diagnostic = report(ID, unservable, message);
    return withSuggestion(withOtherPaths(diagnostic, unservable), unservable);
  }
}
