package dev.keyplan.check;

import dev.keyplan.diagnostic.Diagnostic;
import dev.keyplan.model.Model;
import dev.keyplan.plan.Plan;
import java.util.List;

/** A rule on patterns and how they are answered. */
public interface PlanRule extends Rule {
  List<Diagnostic> check(Model model, List<Plan> plans);
}
