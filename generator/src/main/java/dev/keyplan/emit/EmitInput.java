package dev.keyplan.emit;

import dev.keyplan.data.SampleData;
import dev.keyplan.model.Model;
import dev.keyplan.model.Namespace;
import dev.keyplan.plan.Plan;
import java.util.List;

/**
 * What emitters work from: a design without errors.
 *
 * @param plans one for each pattern, in the order of {@link Model#patterns()}; none is unservable
 */
public record EmitInput(Model model, List<Plan> plans, SampleData samples, EmitOptions options) {
  public EmitInput {
    plans = List.copyOf(plans);
  }

  /** The plans of the patterns that a namespace declares, in order. */
  public List<Plan> plans(Namespace namespace) {
    return plans.stream()
        .filter(plan -> plan.pattern().name().namespace().equals(namespace.name()))
        .toList();
  }
}
