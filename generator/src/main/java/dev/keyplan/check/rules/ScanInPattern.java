package dev.keyplan.check.rules;

import dev.keyplan.check.PlanRule;
import dev.keyplan.check.Warning;
import dev.keyplan.cost.CallCost;
import dev.keyplan.cost.ReadVolume;
import dev.keyplan.diagnostic.Diagnostic;
import dev.keyplan.model.Model;
import dev.keyplan.model.Rate;
import dev.keyplan.plan.Plan;
import java.util.List;

/**
 * A scan reads all items of a table or an index, whatever it is asked for. Now and then, for an
 * export or a repair, that is right; a scan with a rate is part of the daily traffic. Source:
 * Amazon DynamoDB Developer Guide, "Best practices for querying and scanning data".
 */
public final class ScanInPattern implements PlanRule, Warning {
  public static final String ID = "SCAN_IN_PATTERN";

  @Override
  public String id() {
    return ID;
  }

  @Override
  public List<Diagnostic> check(Model model, List<Plan> plans) {
    return plans.stream()
        .filter(Plan.Scan.class::isInstance)
        .map(Plan.Scan.class::cast)
        .flatMap(scan -> scan.pattern().workload().rate().stream().map(rate -> report(scan, rate)))
        .toList();
  }

  private static Diagnostic report(Plan.Scan scan, Rate rate) {
    Diagnostic diagnostic =
        Diagnostic.warning(
                ID,
                rate.span(),
                "`%s` scans %s %s"
                    .formatted(
                        scan.pattern().name().name(), scan.path().description(), rate.text()))
            .withHint("a `query` on an index that holds what is wanted");
    boolean isCounted = scan.entities().stream().allMatch(entity -> entity.volume().isPresent());
    return isCounted
        ? diagnostic.withLabel(
            "%s read units each time, for %s items"
                .formatted(CallCost.of(scan).table().text(), Numbers.text(ReadVolume.of(scan))))
        : diagnostic;
  }
}
