package dev.keyplan.check.rules;

import static dev.keyplan.check.rules.UnservableReads.nearestFailedOn;
import static dev.keyplan.check.rules.UnservableReads.subject;

import dev.keyplan.check.PlanRule;
import dev.keyplan.diagnostic.Diagnostic;
import dev.keyplan.model.Model;
import dev.keyplan.plan.Plan;
import dev.keyplan.plan.Plan.Obstacle;
import java.util.List;
import java.util.Set;

/**
 * Entities that one query reads are in one partition: for the same values they write the same text
 * into the partition key. The templates are the same but for the names of their attributes, and
 * what stands in a hole has the same type; a number that is padded to two digits here and to three
 * there makes two partitions.
 */
public final class CollectionKeysDiffer implements PlanRule {
  public static final String ID = "COLLECTION_KEYS_DIFFER";

  @Override
  public String id() {
    return ID;
  }

  @Override
  public List<Diagnostic> check(Model model, List<Plan> plans) {
    return nearestFailedOn(plans, Set.of(Obstacle.KEYS_DIFFER)).stream()
        .map(CollectionKeysDiffer::report)
        .toList();
  }

  private static Diagnostic report(Plan.Unservable unservable) {
    return UnservableReads.report(
            ID,
            unservable,
            "the pattern `%s` cannot read `%s` with one query: they are in different partitions"
                .formatted(unservable.pattern().name().name(), subject(unservable)))
        .withHint(
            "fill both with the same text; an attribute that refers to the other, as"
                + " `orderNumber : Order.number`, has its type");
  }
}
