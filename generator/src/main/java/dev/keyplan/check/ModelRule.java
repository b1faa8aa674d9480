package dev.keyplan.check;

import dev.keyplan.diagnostic.Diagnostic;
import dev.keyplan.model.Model;
import java.util.List;

/** A rule on tables, keys, entities and names. */
public interface ModelRule extends Rule {
  List<Diagnostic> check(Model model);
}
