package dev.keyplan.check.rules;

import dev.keyplan.check.PlanRule;
import dev.keyplan.diagnostic.Diagnostic;
import dev.keyplan.model.Attribute;
import dev.keyplan.model.Comparator;
import dev.keyplan.model.Condition;
import dev.keyplan.model.Model;
import dev.keyplan.model.Operand;
import dev.keyplan.model.ReadPattern;
import dev.keyplan.plan.Expiry;
import dev.keyplan.plan.Plan;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * A read leaves out what has expired: one whose filter wants nothing else finds nothing, unless it
 * asks for expired items.
 */
public final class ExpiredFiltered implements PlanRule {
  public static final String ID = "EXPIRED_FILTERED";

  private static final Set<Comparator> EARLIER =
      Set.of(Comparator.LESS, Comparator.LESS_OR_EQUAL, Comparator.EQUAL, Comparator.BETWEEN);
  private static final Set<Comparator> LATER =
      Set.of(Comparator.GREATER, Comparator.GREATER_OR_EQUAL);

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
        .filter(one -> isExpiredIf(true, one, expiry.get(), pattern))
        .findFirst()
        .map(one -> report(pattern, one, expiry.get()))
        .stream();
  }

  /** Whether an item has expired for sure if a condition holds, or if it does not. */
  private static boolean isExpiredIf(
      boolean holds, Condition condition, Attribute expiry, ReadPattern pattern) {
    if (condition instanceof Condition.Compares term) {
      return Expiry.isOf(term.path(), expiry)
          && (holds ? isEarlier(term) : isLater(term) && Expiry.isAlwaysThere(pattern));
    }
    if (condition instanceof Condition.Not not) {
      return isExpiredIf(!holds, not.condition(), expiry, pattern);
    }
    Predicate<Condition> isExpired = one -> isExpiredIf(holds, one, expiry, pattern);
    if (condition instanceof Condition.All all) {
      return isAnyEnough(holds, all.conditions(), isExpired);
    }
    return condition instanceof Condition.Any any
        && isAnyEnough(!holds, any.conditions(), isExpired);
  }

  private static boolean isAnyEnough(
      boolean isAny, List<Condition> conditions, Predicate<Condition> isExpired) {
    return isAny
        ? conditions.stream().anyMatch(isExpired)
        : conditions.stream().allMatch(isExpired);
  }

  /** Not later than now, which is when it has expired. */
  private static boolean isEarlier(Condition.Compares term) {
    int last = term.operands().size() - 1;
    return EARLIER.contains(term.comparator())
        && term.operands().get(last) instanceof Operand.OfNow;
  }

  private static boolean isLater(Condition.Compares term) {
    return LATER.contains(term.comparator()) && term.operands().get(0) instanceof Operand.OfNow;
  }

  private static Diagnostic report(ReadPattern pattern, Condition condition, Attribute expiry) {
    return Diagnostic.error(
            ID,
            RequestExpression.span(condition).orElseThrow(),
            "`%s` leaves out what has expired, and wants nothing else"
                .formatted(pattern.name().name()))
        .withRelated(expiry.span(), "the items expire at this time")
        .withHint("ask for those, too: `with expired`");
  }
}
