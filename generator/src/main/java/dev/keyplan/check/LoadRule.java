package dev.keyplan.check;

import dev.keyplan.cost.Loads;
import dev.keyplan.diagnostic.Diagnostic;
import dev.keyplan.model.Model;
import java.util.List;

/** A rule on what the patterns together take from tables and indexes, by the model's numbers. */
public interface LoadRule extends Warning {
  List<Diagnostic> check(Model model, Loads loads);
}
