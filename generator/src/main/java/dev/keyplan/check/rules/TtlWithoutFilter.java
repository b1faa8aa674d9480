package dev.keyplan.check.rules;

import dev.keyplan.check.PlanRule;
import dev.keyplan.check.Warning;
import dev.keyplan.diagnostic.Diagnostic;
import dev.keyplan.model.Attribute;
import dev.keyplan.model.Entity;
import dev.keyplan.model.Model;
import dev.keyplan.model.ReadPattern;
import dev.keyplan.model.TimeToLive;
import dev.keyplan.plan.Plan;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * DynamoDB deletes expired items within a few days, and returns them until then. A read of several
 * items that expire leaves them out only if it says so. Source: Amazon DynamoDB Developer Guide,
 * "Using time to live (TTL) in DynamoDB", "Expired items".
 */
public final class TtlWithoutFilter implements PlanRule, Warning {
  public static final String ID = "TTL_WITHOUT_FILTER";

  @Override
  public String id() {
    return ID;
  }

  @Override
  public List<Diagnostic> check(Model model, List<Plan> plans) {
    return plans.stream().flatMap(TtlWithoutFilter::check).toList();
  }

  private static Stream<Diagnostic> check(Plan plan) {
    if (!isRead(plan) || !(plan.pattern() instanceof ReadPattern read)) {
      return Stream.empty();
    }
    return read.entities().stream()
        .flatMap(entity -> expiry(entity).stream())
        .filter(attribute -> !looksAt(read, attribute))
        .limit(1)
        .map(attribute -> report(read, attribute));
  }

  private static boolean isRead(Plan plan) {
    return plan instanceof Plan.Scan || (plan instanceof Plan.Query query && !query.isSingle());
  }

  private static Optional<Attribute> expiry(Entity entity) {
    Optional<String> name = entity.table().settings().timeToLive().map(TimeToLive::attribute);
    return entity.attributes().stream()
        .filter(attribute -> name.filter(attribute.storedName()::equals).isPresent())
        .findFirst();
  }

  /** A caller who gets the time can look at it himself. */
  private static boolean looksAt(ReadPattern read, Attribute expiry) {
    return read.where().stream().anyMatch(r -> isSame(r.attribute(), expiry))
        || read.filter().stream()
            .flatMap(filter -> filter.terms().stream())
            .anyMatch(term -> isSame(term.attribute(), expiry));
  }

  /** Over several entities, a filter's attribute may be optional where the entity's is not. */
  private static boolean isSame(Attribute read, Attribute expiry) {
    return read.storedName().equals(expiry.storedName());
  }

  private static boolean isAbsentFromSome(ReadPattern read, Attribute expiry) {
    return expiry.isOptional() || !read.entities().stream().allMatch(e -> expiry(e).isPresent());
  }

  private static Diagnostic report(ReadPattern read, Attribute expiry) {
    String alive = "%s > now".formatted(expiry.name());
    return Diagnostic.warning(
            ID, read.span(), "`%s` may give items that have expired".formatted(read.name().name()))
        .withRelated(expiry.span(), "they expire at this time, and are deleted within days of it")
        .withHint(
            isAbsentFromSome(read, expiry)
                ? "`filter attribute_not_exists(%s) or %s`".formatted(expiry.name(), alive)
                : "`filter %s`".formatted(alive));
  }
}
