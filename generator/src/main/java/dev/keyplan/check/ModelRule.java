package dev.keyplan.check;

import dev.keyplan.diagnostic.Diagnostic;
import dev.keyplan.model.Model;
import java.util.List;

/** A rule on tables, keys, entities and names. */
public interface ModelRule {
  /** The id of every diagnostic it reports: readable, {@code UPPER_SNAKE_CASE}, never reused. */
  String id();

  List<Diagnostic> check(Model model);
}
