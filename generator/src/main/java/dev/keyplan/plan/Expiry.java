package dev.keyplan.plan;

import dev.keyplan.model.Attribute;
import dev.keyplan.model.AttributePath;
import dev.keyplan.model.Comparator;
import dev.keyplan.model.Condition;
import dev.keyplan.model.KeyAttribute;
import dev.keyplan.model.Operand;
import dev.keyplan.model.ReadPattern;
import dev.keyplan.source.Span;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * How reads leave out items that have expired, which DynamoDB deletes within days and returns until
 * then. A query and a scan do it in their filter, as far as DynamoDB takes the attribute there, and
 * a count in its key condition, if nothing else stands there; all else is looked at when it has
 * been read. What has no time to live is kept, and so is what has something else than a number
 * there: that is an error, which is not to be hidden.
 */
public final class Expiry {
  private Expiry() {}

  /** The filter of a query or a scan, with what it says of items that have expired. */
  static Optional<Condition> filter(
      ReadPattern pattern, AccessPath path, boolean isFetched, Optional<Condition> filter) {
    Optional<Condition> unexpired =
        pattern
            .expiry()
            .filter(expiry -> isInFilter(pattern, path, isFetched, expiry))
            .filter(expiry -> conjuncts(filter).stream().noneMatch(c -> implies(c, expiry)))
            .map(expiry -> unexpired(pattern, expiry));
    if (filter.isEmpty() || unexpired.isEmpty()) {
      return filter.or(() -> unexpired);
    }
    List<Condition> all = new ArrayList<>(filter.get().conjuncts());
    all.add(unexpired.get());
    return Optional.of(new Condition.All(all));
  }

  /** Whether a filter discards items that have expired, and no others. */
  static boolean isAll(Condition filter, ReadPattern pattern) {
    return pattern
        .expiry()
        .filter(expiry -> filter.conjuncts().stream().allMatch(c -> isAll(c, expiry, pattern)))
        .isPresent();
  }

  private static boolean isAll(Condition condition, Attribute expiry, ReadPattern pattern) {
    boolean discardsWhatNeverExpires = isLater(condition, expiry) && !isAlwaysThere(pattern);
    return implies(condition, expiry) && !discardsWhatNeverExpires;
  }

  /** Whether all that is read expires at some time. */
  public static boolean isAlwaysThere(ReadPattern pattern) {
    return pattern.entities().stream().allMatch(entity -> entity.certainExpiry().isPresent());
  }

  /**
   * The key condition of a count with what it says of items that have expired: where the time is
   * the sort key, and nothing else is said of it. The pages of a query may be read at different
   * times, and go on at a key that such a condition refuses; those of a count are of one time.
   */
  static KeyCondition condition(ReadPattern pattern, AccessPath path, KeyCondition condition) {
    List<KeyAttribute> sort = path.key().sort();
    return pattern
        .expiry()
        .filter(expiry -> pattern.verb() == ReadPattern.Verb.COUNT && condition.sort().isEmpty())
        .filter(expiry -> sort.size() == 1 && sort.get(0).name().equals(expiry.storedName()))
        .map(
            expiry ->
                new KeyTerm(
                    sort.get(0),
                    Comparator.GREATER,
                    List.of(new KeyValue.OfOperand(expiry, new Operand.OfNow(pattern.span())))))
        .map(term -> new KeyCondition(condition.partition(), List.of(term), condition.fanOut()))
        .orElse(condition);
  }

  private static List<Condition> conjuncts(Optional<Condition> filter) {
    return filter.map(Condition::conjuncts).orElse(List.of());
  }

  private static boolean isInFilter(
      ReadPattern pattern, AccessPath path, boolean isFetched, Attribute expiry) {
    boolean isThere = path.holds(expiry.storedName()) || (path.projectsSelected() && !isFetched);
    return isThere && !isInKeyOfQuery(pattern, path, expiry);
  }

  /** DynamoDB refuses a key attribute in the filter of a query, and takes it in that of a scan. */
  private static boolean isInKeyOfQuery(ReadPattern pattern, AccessPath path, Attribute expiry) {
    return pattern.verb() != ReadPattern.Verb.SCAN && path.key().contains(expiry.storedName());
  }

  /** {@code not (endsAt <= now)}. */
  private static Condition unexpired(ReadPattern pattern, Attribute expiry) {
    Span span =
        pattern.filter().map(Condition::terms).orElse(List.of()).stream()
            .map(Condition.Term::span)
            .reduce((first, last) -> last)
            .orElse(pattern.span());
    return new Condition.Not(
        new Condition.Compares(
            AttributePath.of(expiry),
            Comparator.LESS_OR_EQUAL,
            List.of(new Operand.OfNow(span)),
            span));
  }

  /**
   * Whether a condition leaves out what has expired: {@code endsAt > now}, alone or beside that
   * there is none, or {@code not (endsAt <= now)}.
   */
  private static boolean implies(Condition condition, Attribute expiry) {
    return isLater(condition, expiry)
        || (condition instanceof Condition.Not not
            && isComparison(not.condition(), Comparator.LESS_OR_EQUAL, expiry))
        || (condition instanceof Condition.Any any
            && any.conditions().stream().allMatch(c -> isLater(c, expiry) || isNone(c, expiry)));
  }

  private static boolean isLater(Condition condition, Attribute expiry) {
    return isComparison(condition, Comparator.GREATER, expiry);
  }

  /** Whether the time is compared with {@code now}. */
  private static boolean isComparison(
      Condition condition, Comparator comparator, Attribute expiry) {
    return condition instanceof Condition.Compares compares
        && compares.comparator() == comparator
        && isOf(compares.path(), expiry)
        && compares.operands().get(0) instanceof Operand.OfNow;
  }

  private static boolean isNone(Condition condition, Attribute expiry) {
    return condition instanceof Condition.Exists exists
        && exists.isNegated()
        && isOf(exists.path(), expiry);
  }

  /** Whether it is the time: entities may call it differently, and have it always or not. */
  public static boolean isOf(AttributePath path, Attribute expiry) {
    return path.isWhole() && path.attribute().storedName().equals(expiry.storedName());
  }

  /**
   * The time that is looked at when items have been read; empty where the request sees to it, or
   * expired items are wanted. What is read by its key is looked at in any case: it may have changed
   * since its index entry was written.
   */
  public static Optional<Attribute> afterReading(Plan plan) {
    if (plan instanceof Plan.Query query) {
      return query.pattern().expiry().filter(expiry -> isAfterReading(query, expiry));
    }
    boolean isByKey =
        plan instanceof Plan.GetItem
            || plan instanceof Plan.GuardedGet
            || plan instanceof Plan.BatchGetItem;
    return isByKey ? ((ReadPattern) plan.pattern()).expiry() : Optional.empty();
  }

  private static boolean isAfterReading(Plan.Query query, Attribute expiry) {
    boolean isInRequest =
        isInFilter(query.pattern(), query.path(), query.isFetched(), expiry)
            || query.condition().isOfNow();
    return query.isFetchedByKey() || !isInRequest;
  }

  /** Why a path cannot tell what has expired, as the end of a sentence; empty if it can. */
  static Optional<String> obstacle(ReadPattern pattern, AccessPath path, boolean isFetched) {
    Optional<Attribute> expiry = pattern.expiry();
    if (expiry.isEmpty() || isFetched || isInFilter(pattern, path, false, expiry.get())) {
      return Optional.empty();
    }
    return path.key().contains(expiry.get().storedName())
        ? Optional.empty()
        : Optional.of(
            "does not hold `%s`, which says what has expired".formatted(expiry.get().name()));
  }
}
