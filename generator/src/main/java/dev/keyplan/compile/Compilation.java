package dev.keyplan.compile;

import dev.keyplan.data.SampleData;
import dev.keyplan.diagnostic.Diagnostic;
import dev.keyplan.model.Model;
import dev.keyplan.plan.Plan;
import java.util.List;

/**
 * What came of a compilation. The model, the plans and the samples are there even when there are
 * errors, as far as they could be made; they are complete only without.
 *
 * @param diagnostics in the order of {@link Diagnostic#ORDER}, none twice
 */
public record Compilation(
    Model model, List<Plan> plans, SampleData samples, List<Diagnostic> diagnostics) {
  public Compilation {
    plans = List.copyOf(plans);
    diagnostics = List.copyOf(diagnostics);
  }

  public boolean hasErrors() {
    return diagnostics.stream().anyMatch(Diagnostic::isError);
  }
}
