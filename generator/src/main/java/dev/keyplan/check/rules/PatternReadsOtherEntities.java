package dev.keyplan.check.rules;

import static dev.keyplan.check.rules.UnservableReads.entity;
import static dev.keyplan.check.rules.UnservableReads.nearestFailedOn;

import dev.keyplan.check.PlanRule;
import dev.keyplan.diagnostic.Diagnostic;
import dev.keyplan.model.Model;
import dev.keyplan.plan.Plan;
import dev.keyplan.plan.Plan.Obstacle;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * A query returns only items of the entities that it names. The key texts of other entities in the
 * same partition must therefore begin with another text than the part that the query reads: their
 * items would cost read units, fill pages and, decoded, be wrong.
 */
public final class PatternReadsOtherEntities implements PlanRule {
  public static final String ID = "PATTERN_READS_OTHER_ENTITIES";

  @Override
  public String id() {
    return ID;
  }

  @Override
  public List<Diagnostic> check(Model model, List<Plan> plans) {
    return nearestFailedOn(plans, Set.of(Obstacle.OTHER_ENTITIES)).stream()
        .map(PatternReadsOtherEntities::report)
        .toList();
  }

  private static Diagnostic report(Plan.Unservable unservable) {
    return UnservableReads.report(
            ID,
            unservable,
            "the pattern `%s` may return items that are no `%s`"
                .formatted(unservable.pattern().name().name(), entity(unservable).name().name()))
        .withHint(hint(unservable));
  }

  private static String hint(Plan.Unservable unservable) {
    boolean hasSortKey = !UnservableReads.nearest(unservable).path().key().sort().isEmpty();
    return "begin the %s keys of the two entities with different texts: `\"%s#…\"`"
        .formatted(
            hasSortKey ? "sort" : "partition",
            entity(unservable).name().name().toUpperCase(Locale.ROOT));
  }
}
