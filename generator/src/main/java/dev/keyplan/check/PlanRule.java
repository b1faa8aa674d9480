package dev.keyplan.check;

import dev.keyplan.diagnostic.Diagnostic;
import dev.keyplan.model.Model;
import dev.keyplan.plan.Plan;
import java.util.List;

/** A rule on patterns and how they are answered. */
public interface PlanRule {
  /** The id of every diagnostic it reports: readable, {@code UPPER_SNAKE_CASE}, never reused. */
  String id();

  List<Diagnostic> check(Model model, List<Plan> plans);
}
