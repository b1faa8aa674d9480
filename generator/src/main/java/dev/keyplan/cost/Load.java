package dev.keyplan.cost;

import dev.keyplan.model.Entity;
import dev.keyplan.model.Rate;
import dev.keyplan.plan.AccessPath;
import dev.keyplan.plan.Plan;
import java.util.List;
import java.util.Optional;

/**
 * What all patterns together take from a table or an index, for the items of one entity.
 *
 * @param parts what each pattern takes, also those without a rate
 */
public record Load(AccessPath path, Entity entity, List<Part> parts) {
  public Load {
    parts = List.copyOf(parts);
  }

  /** What one pattern takes. */
  public record Part(Plan plan, Consumption consumption) {
    public Optional<Rate> rate() {
      return plan.pattern().workload().rate();
    }

    Optional<Amount> demand() {
      return rate().map(rate -> Amount.of(consumption.units(), rate));
    }
  }

  /** Read or write units that a pattern with a rate takes in a second, indexes included. */
  public static Amount perSecond(Plan plan, boolean isWrite) {
    return Amount.sum(
        CallCost.of(plan).parts().stream()
            .filter(consumption -> consumption.isWrite() == isWrite)
            .flatMap(consumption -> new Part(plan, consumption).demand().stream())
            .toList());
  }

  /** Read or write units a second, of the patterns that have a rate. */
  public Amount demand(boolean isWrite) {
    return Amount.sum(
        parts.stream()
            .filter(part -> part.consumption().isWrite() == isWrite)
            .flatMap(part -> part.demand().stream())
            .toList());
  }

  /** Whether it is known how often it is written, and no pattern is without a rate. */
  public boolean isMeasured() {
    return parts.stream().allMatch(part -> part.rate().isPresent())
        && parts.stream().anyMatch(part -> part.consumption().isWrite());
  }
}
