package dev.keyplan.explain;

import dev.keyplan.cost.Prices;
import dev.keyplan.model.Model;
import dev.keyplan.plan.Plan;
import java.util.List;

/**
 * Everything that there is to explain about a model.
 *
 * @param prices of when and where the prices are
 */
public record Report(List<Explanation> patterns, List<TableExplanation> tables, String prices) {
  public Report {
    patterns = List.copyOf(patterns);
    tables = List.copyOf(tables);
  }

  public static Report of(Model model, List<Plan> plans, Prices prices) {
    return new Report(
        Explanation.of(model, plans, prices),
        TableExplanation.of(model, plans, prices),
        prices.text());
  }
}
