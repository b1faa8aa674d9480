package dev.keyplan.check.rules;

import dev.keyplan.check.PlanRule;
import dev.keyplan.check.Warning;
import dev.keyplan.cost.EntitySize;
import dev.keyplan.cost.ReadVolume;
import dev.keyplan.cost.SizeRange;
import dev.keyplan.diagnostic.Diagnostic;
import dev.keyplan.model.Limits;
import dev.keyplan.model.Model;
import dev.keyplan.plan.Plan;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * A query without {@code limit} and {@code page} reads on, a megabyte a request, as long as
 * somebody asks for more. Told where the model knows that there is more than one request of it.
 * Source: Amazon DynamoDB Developer Guide, "Paginating table query results".
 */
public final class UnboundedRead implements PlanRule, Warning {
  public static final String ID = "UNBOUNDED_READ";

  @Override
  public String id() {
    return ID;
  }

  @Override
  public List<Diagnostic> check(Model model, List<Plan> plans) {
    return plans.stream()
        .filter(Plan.Query.class::isInstance)
        .map(Plan.Query.class::cast)
        .filter(q -> q.limit().isEmpty() && q.pageSize().isEmpty() && !q.isSingle() && !q.isCount())
        .flatMap(query -> check(query).stream())
        .toList();
  }

  private static Optional<Diagnostic> check(Plan.Query query) {
    long items = Math.max(ReadVolume.of(query), ReadVolume.ofPartition(query).orElse(0));
    long least =
        query.entities().stream()
            .mapToLong(entity -> EntitySize.of(entity, query.path()).minimum())
            .min()
            .orElse(0);
    SizeRange read = new SizeRange(least, OptionalLong.empty()).times(items);
    if (read.minimum() <= Limits.BYTES_OF_A_PAGE) {
      return Optional.empty();
    }
    return Optional.of(
        Diagnostic.warning(
                ID,
                query.pattern().span(),
                "`%s` has no `page` and no `limit`, and reads %s items"
                    .formatted(query.pattern().name().name(), Numbers.text(items)))
            .withLabel(
                "%s at least, and a request reads 1 MB".formatted(Numbers.bytes(read.minimum())))
            .withHint("`page 50`, or `limit 50` if nobody wants more"));
  }
}
