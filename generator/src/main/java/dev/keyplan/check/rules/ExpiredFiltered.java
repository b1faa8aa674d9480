package dev.keyplan.check.rules;

import dev.keyplan.check.PlanRule;
import dev.keyplan.diagnostic.Diagnostic;
import dev.keyplan.model.Attribute;
import dev.keyplan.model.Comparator;
import dev.keyplan.model.Condition;
import dev.keyplan.model.Model;
import dev.keyplan.model.Operand;
import dev.keyplan.model.ReadPattern;
import dev.keyplan.plan.Plan;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * A read leaves out what has expired: one whose filter wants nothing else finds nothing, unless it
 * asks for expired items.
 */
public final class ExpiredFiltered implements PlanRule {
  public static final String ID = "EXPIRED_FILTERED";

  private static final Set<Comparator> EARLIER = Set.of(Comparator.LESS, Comparator.LESS_OR_EQUAL);

  @Override
  public String id() {
    return ID;
  }

  @Override
  public List<Diagnostic> check(Model model, List<Plan> plans) {
    return plans.stream()
        .filter(plan -> plan.pattern() instanceof ReadPattern)
        .map(plan -> (ReadPattern) plan.pattern())
        .flatMap(ExpiredFiltered::check)
        .toList();
  }

  private static Stream<Diagnostic> check(ReadPattern pattern) {
    Optional<Attribute> expiry = pattern.expiry();
    if (expiry.isEmpty()) {
      return Stream.empty();
    }
    return pattern.filter().stream()
        .flatMap(filter -> filter.conjuncts().stream())
        .filter(Condition.Compares.class::isInstance)
        .map(Condition.Compares.class::cast)
        .filter(term -> isExpired(term, expiry.get()))
        .map(term -> report(pattern, term, expiry.get()));
  }

  private static boolean isExpired(Condition.Compares term, Attribute expiry) {
    return term.path().isWhole()
        && term.attribute().storedName().equals(expiry.storedName())
        && EARLIER.contains(term.comparator())
        && term.operands().get(0) instanceof Operand.OfNow;
  }

  private static Diagnostic report(ReadPattern pattern, Condition.Compares term, Attribute expiry) {
    return Diagnostic.error(
            ID,
            term.span(),
            "`%s` leaves out what has expired, and wants nothing else"
                .formatted(pattern.name().name()))
        .withRelated(expiry.span(), "the items expire at this time")
        .withHint("ask for those, too: `with expired`");
  }
}
