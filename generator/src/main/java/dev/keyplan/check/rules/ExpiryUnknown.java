package dev.keyplan.check.rules;

import static dev.keyplan.check.rules.UnservableReads.nearest;
import static dev.keyplan.check.rules.UnservableReads.nearestFailedOn;

import dev.keyplan.check.PlanRule;
import dev.keyplan.diagnostic.Diagnostic;
import dev.keyplan.model.Attribute;
import dev.keyplan.model.Index;
import dev.keyplan.model.Model;
import dev.keyplan.model.ReadPattern;
import dev.keyplan.plan.Plan;
import dev.keyplan.plan.Plan.Obstacle;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * A read leaves out what has expired, and DynamoDB returns that for days. So an index that serves
 * it holds the time, or the pattern asks for expired items, too. Source: Amazon DynamoDB Developer
 * Guide, "Using time to live (TTL) in DynamoDB", "Working with expired items".
 */
public final class ExpiryUnknown implements PlanRule {
  public static final String ID = "EXPIRY_UNKNOWN";

  @Override
  public String id() {
    return ID;
  }

  @Override
  public List<Diagnostic> check(Model model, List<Plan> plans) {
    return nearestFailedOn(plans, Set.of(Obstacle.EXPIRY)).stream()
        .map(ExpiryUnknown::report)
        .toList();
  }

  private static Diagnostic report(Plan.Unservable unservable) {
    ReadPattern pattern = (ReadPattern) unservable.pattern();
    Attribute expiry = pattern.expiry().orElseThrow();
    Index lacking = nearest(unservable).path().index().orElseThrow();
    return UnservableReads.report(
            ID,
            unservable,
            "`%s` cannot tell which of the items have expired".formatted(pattern.name().name()))
        .withRelated(expiry.span(), "they expire at this time, and are deleted within days of it")
        .withRelated(lacking.span(), "the index")
        .withHint(projection(lacking, expiry) + "; or `with expired` asks for those, too");
  }

  /** The index with one attribute more. */
  private static String projection(Index index, Attribute expiry) {
    List<String> names = new ArrayList<>(index.projection().attributes());
    names.add(expiry.storedName());
    return names.stream()
        .map(Attribute::written)
        .collect(
            Collectors.joining(
                ", ", "let the index `%s` hold it: `project (".formatted(index.name()), ")`"));
  }
}
