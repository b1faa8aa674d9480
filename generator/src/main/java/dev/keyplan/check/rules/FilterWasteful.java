package dev.keyplan.check.rules;

import dev.keyplan.check.PlanRule;
import dev.keyplan.check.Warning;
import dev.keyplan.cost.CallCost;
import dev.keyplan.cost.ReadVolume;
import dev.keyplan.diagnostic.Diagnostic;
import dev.keyplan.model.Model;
import dev.keyplan.model.Quantity;
import dev.keyplan.plan.Plan;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * What a filter discards was read and paid for. Told where the model knows how many items a
 * partition holds and how many of them are expected, and more than nine out of ten are discarded.
 * Source: Amazon DynamoDB Developer Guide, "Filter expressions for the Query operation".
 */
public final class FilterWasteful implements PlanRule, Warning {
  public static final String ID = "FILTER_WASTEFUL";

  @Override
  public String id() {
    return ID;
  }

  private static final long MOST_READ_FOR_ONE = 10;

  @Override
  public List<Diagnostic> check(Model model, List<Plan> plans) {
    return plans.stream()
        .filter(Plan.Query.class::isInstance)
        .map(Plan.Query.class::cast)
        .filter(Plan.Query::isSelective)
        .flatMap(query -> check(query).stream())
        .toList();
  }

  private static Optional<Diagnostic> check(Plan.Query query) {
    OptionalLong read = ReadVolume.ofPartition(query);
    Optional<Quantity> expected = query.pattern().workload().expected();
    boolean isWaste =
        read.isPresent()
            && expected.isPresent()
            && read.getAsLong() / MOST_READ_FOR_ONE > expected.get().amount();
    return isWaste
        ? Optional.of(report(query, read.getAsLong(), expected.get().amount()))
        : Optional.empty();
  }

  private static Diagnostic report(Plan.Query query, long read, long expected) {
    return Diagnostic.warning(
            ID,
            query.filter().orElseThrow().terms().get(0).span(),
            "the filter of `%s` keeps %s of %s items that are read"
                .formatted(
                    query.pattern().name().name(), Numbers.text(expected), Numbers.text(read)))
        .withLabel("each call takes %s read units".formatted(CallCost.of(query).table().text()))
        .withHint("an index whose key tells the items that are wanted from the others");
  }
}
