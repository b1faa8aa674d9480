package dev.keyplan.check.rules;

import static dev.keyplan.check.rules.UnservableReads.entity;
import static dev.keyplan.check.rules.UnservableReads.nearestFailedOn;
import static dev.keyplan.check.rules.UnservableReads.subject;

import dev.keyplan.check.PlanRule;
import dev.keyplan.diagnostic.Diagnostic;
import dev.keyplan.model.Model;
import dev.keyplan.plan.Plan;
import dev.keyplan.plan.Plan.Obstacle;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * A query returns only items of the entities that it names. No key of another entity may therefore
 * lie in the part of the partition that the query reads: its items would cost read units, fill
 * pages and, decoded, be wrong. It is decided by all texts that the keys can have; the related
 * place shows an item that would be read.
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
                .formatted(
                    unservable.pattern().name().name(),
                    subject(unservable).replace("` and `", "` or `")))
        .withHint(hint(unservable));
  }

  private static String hint(Plan.Unservable unservable) {
    boolean hasSortKey = !UnservableReads.nearest(unservable).path().key().sort().isEmpty();
    if (unservable.pattern().entities().size() > 1) {
      return "name the other entity, too; or begin its sort key so that it lies outside of the others";
    }
    return "begin the %s keys of the two entities with different texts: `\"%s#…\"`"
        .formatted(
            hasSortKey ? "sort" : "partition",
            entity(unservable).name().name().toUpperCase(Locale.ROOT));
  }
}
