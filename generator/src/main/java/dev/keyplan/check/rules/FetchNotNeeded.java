package dev.keyplan.check.rules;

import dev.keyplan.check.PlanRule;
import dev.keyplan.check.Warning;
import dev.keyplan.diagnostic.Diagnostic;
import dev.keyplan.model.Model;
import dev.keyplan.model.ReadPattern;
import dev.keyplan.plan.AccessPath;
import dev.keyplan.plan.Plan;
import dev.keyplan.source.Span;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * {@code fetch} reads from the table what an index lacks. Where the read goes to the table anyway,
 * or to an index that holds everything, it does nothing, and says something wrong about the price.
 */
public final class FetchNotNeeded implements PlanRule, Warning {
  public static final String ID = "FETCH_NOT_NEEDED";

  @Override
  public String id() {
    return ID;
  }

  @Override
  public List<Diagnostic> check(Model model, List<Plan> plans) {
    List<Diagnostic> found = new ArrayList<>();
    for (Plan plan : plans) {
      if (plan.pattern() instanceof ReadPattern read) {
        Optional<AccessPath> path = pathWithEverything(plan);
        read.fetch()
            .filter(span -> path.isPresent())
            .ifPresent(span -> found.add(report(read, path.get(), span)));
      }
    }
    return found;
  }

  private static Optional<AccessPath> pathWithEverything(Plan plan) {
    if (plan instanceof Plan.GetItem get) {
      return Optional.of(AccessPath.of(get.entity().table()));
    }
    return plan instanceof Plan.Query query && !query.isFetched()
        ? Optional.of(query.path())
        : Optional.empty();
  }

  private static Diagnostic report(ReadPattern pattern, AccessPath path, Span span) {
    return Diagnostic.warning(
            ID,
            span,
            "%s, which serves the pattern `%s`, holds all that it reads"
                .formatted(path.description(), pattern.name().name()))
        .withHint("leave out `fetch`");
  }
}
