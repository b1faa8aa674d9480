package dev.keyplan.check.rules;

import dev.keyplan.check.PlanRule;
import dev.keyplan.check.Warning;
import dev.keyplan.cost.Amount;
import dev.keyplan.cost.CapacityUnits;
import dev.keyplan.cost.EntitySize;
import dev.keyplan.cost.Loads;
import dev.keyplan.cost.SizeRange;
import dev.keyplan.diagnostic.Diagnostic;
import dev.keyplan.model.Attribute;
import dev.keyplan.model.Condition;
import dev.keyplan.model.Index;
import dev.keyplan.model.IndexMembership;
import dev.keyplan.model.KeySchema;
import dev.keyplan.model.Model;
import dev.keyplan.model.Projection;
import dev.keyplan.plan.Plan;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * An index that projects everything while its patterns select little writes and stores whole items
 * a second time. Told where a pattern with a rate would write fewer units for each entry with a
 * list of what is selected. Source: Amazon DynamoDB Developer Guide, "Using global secondary
 * indexes", "Attribute projections".
 */
public final class ProjectionWasteful implements PlanRule, Warning {
  public static final String ID = "PROJECTION_WASTEFUL";

  @Override
  public String id() {
    return ID;
  }

  @Override
  public List<Diagnostic> check(Model model, List<Plan> plans) {
    Map<String, List<Plan.Query>> queries =
        plans.stream()
            .filter(Plan.Query.class::isInstance)
            .map(Plan.Query.class::cast)
            .collect(Collectors.groupingBy(query -> query.path().fullName()));
    List<Place> candidates =
        Place.of(model).stream().filter(place -> isCandidate(place, queries)).toList();
    if (candidates.isEmpty()) {
      return List.of();
    }
    Loads loads = Loads.of(plans);
    return candidates.stream().flatMap(place -> check(place, queries, loads).stream()).toList();
  }

  /** Whether an index projects all, and everybody selects. */
  private static boolean isCandidate(Place place, Map<String, List<Plan.Query>> byPath) {
    List<Plan.Query> queries = byPath.getOrDefault(place.path().fullName(), List.of());
    return place
            .path()
            .index()
            .filter(index -> index.projection() instanceof Projection.All)
            .isPresent()
        && !queries.isEmpty()
        && queries.stream().allMatch(query -> query.pattern().selection().isPresent());
  }

  private static Optional<Diagnostic> check(
      Place place, Map<String, List<Plan.Query>> byPath, Loads loads) {
    Index index = place.path().index().orElseThrow();
    List<Plan.Query> queries = byPath.get(place.path().fullName());
    Amount writes =
        loads.at(place.path(), place.entity()).map(load -> load.demand(true)).orElse(Amount.none());
    if (writes.least().signum() == 0) {
      return Optional.empty();
    }
    List<String> needed = needed(queries, place);
    SizeRange whole = EntitySize.of(place.entity(), place.path());
    SizeRange part = EntitySize.of(place.entity(), including(place, index, needed));
    CapacityUnits before = CapacityUnits.write(whole);
    CapacityUnits after = CapacityUnits.write(part);
    boolean isLess =
        after.maximumHalves().isPresent()
            && after.maximumHalves().getAsLong() < before.minimumHalves();
    return isLess ? Optional.of(report(place, needed, before, after, writes)) : Optional.empty();
  }

  /** The stored names of what is read, keys apart. */
  private static List<String> needed(List<Plan.Query> queries, Place place) {
    KeySchema primary = place.path().table().key();
    Stream<String> attributes =
        queries.stream()
            .flatMap(
                query ->
                    Stream.concat(
                        query.pattern().selection().orElseThrow().attributes().stream(),
                        query.filter().stream()
                            .flatMap(filter -> filter.terms().stream())
                            .map(Condition.Term::attribute)))
            .map(Attribute::storedName);
    return Stream.concat(place.path().table().typeAttribute().stream(), attributes)
        .distinct()
        .filter(name -> !place.path().key().contains(name) && !primary.contains(name))
        .toList();
  }

  private static IndexMembership including(Place place, Index index, List<String> names) {
    Index smaller =
        new Index(
            index.name(),
            index.indexName(),
            index.kind(),
            index.key(),
            new Projection.Include(names),
            index.throughput(),
            index.maximum(),
            index.documentation(),
            index.span());
    return new IndexMembership(smaller, place.key(), place.span());
  }

  private static Diagnostic report(
      Place place, List<String> needed, CapacityUnits before, CapacityUnits after, Amount writes) {
    Index index = place.path().index().orElseThrow();
    return Diagnostic.warning(
            ID,
            index.span(),
            "the index `%s` holds all of `%s`, and its patterns read %s attributes of it"
                .formatted(index.name(), place.entity().name().name(), Numbers.text(needed.size())))
        .withLabel(
            "%s write units for each entry where %s would do, %s a second"
                .formatted(before.text(), after.text(), writes.text()))
        .withHint(
            needed.isEmpty()
                ? "`project keys`"
                : "`project (%s)`".formatted(String.join(", ", needed)));
  }
}
