package dev.keyplan.check.rules;

import dev.keyplan.check.PlanRule;
import dev.keyplan.diagnostic.Diagnostic;
import dev.keyplan.model.Attribute;
import dev.keyplan.model.Condition;
import dev.keyplan.model.Model;
import dev.keyplan.plan.Plan;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * DynamoDB refuses a query whose filter names a key attribute of the table or index that it reads:
 * those belong to the key condition. Source: Amazon DynamoDB Developer Guide, "Filter expressions
 * for the Query operation".
 */
public final class FilterOnKey implements PlanRule {
  public static final String ID = "FILTER_ON_KEY";

  @Override
  public String id() {
    return ID;
  }

  @Override
  public List<Diagnostic> check(Model model, List<Plan> plans) {
    List<Diagnostic> found = new ArrayList<>();
    for (Plan plan : plans) {
      if (plan instanceof Plan.Query query && query.filter().isPresent()) {
        Map<String, Diagnostic> byAttribute = new LinkedHashMap<>();
        for (Condition.Term term : query.filter().get().terms()) {
          term.attributes().stream()
              .filter(attribute -> query.path().key().contains(attribute.storedName()))
              .forEach(a -> byAttribute.putIfAbsent(a.name(), report(query, term, a)));
        }
        found.addAll(byAttribute.values());
      }
    }
    return found;
  }

  private static Diagnostic report(Plan.Query query, Condition.Term term, Attribute attribute) {
    return Diagnostic.error(
            ID,
            term.span(),
            "a filter cannot name `%s`, a key attribute of %s"
                .formatted(attribute.name(), query.path().description()))
        .withHint("a key attribute stands in `where`, joined by `and`");
  }
}
