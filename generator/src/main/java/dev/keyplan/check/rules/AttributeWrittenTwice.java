package dev.keyplan.check.rules;

import dev.keyplan.check.PlanRule;
import dev.keyplan.diagnostic.Diagnostic;
import dev.keyplan.model.Attribute;
import dev.keyplan.model.Model;
import dev.keyplan.model.Write.Assignment;
import dev.keyplan.plan.Plan;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * A write changes an attribute once: set or removed, not both and not twice. Source: Amazon
 * DynamoDB Developer Guide, "Update expressions" (overlapping document paths are refused).
 */
public final class AttributeWrittenTwice implements PlanRule {
  public static final String ID = "ATTRIBUTE_WRITTEN_TWICE";

  @Override
  public String id() {
    return ID;
  }

  @Override
  public List<Diagnostic> check(Model model, List<Plan> plans) {
    List<Diagnostic> found = new ArrayList<>();
    for (PlannedWrite write : PlannedWrite.of(plans)) {
      Map<String, Assignment> first = new HashMap<>();
      for (Assignment assignment : write.assignments()) {
        String name = assignment.attribute().name();
        Assignment before = first.putIfAbsent(name, assignment);
        if (before != null) {
          found.add(
              Diagnostic.error(ID, assignment.span(), "`%s` is set twice".formatted(name))
                  .withRelated(before.span(), "first here"));
        }
      }
      write.removed().stream()
          .map(Attribute::name)
          .filter(first::containsKey)
          .map(
              name ->
                  Diagnostic.error(
                      ID, first.get(name).span(), "`%s` is both set and removed".formatted(name)))
          .forEach(found::add);
    }
    return found;
  }
}
