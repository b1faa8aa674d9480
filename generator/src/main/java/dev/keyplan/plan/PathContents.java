package dev.keyplan.plan;

import dev.keyplan.model.Attribute;
import dev.keyplan.model.Condition;
import dev.keyplan.model.Entity;
import dev.keyplan.model.Facts;
import dev.keyplan.model.ReadPattern;
import dev.keyplan.model.Restriction;
import dev.keyplan.model.Selection;
import dev.keyplan.plan.Plan.Obstacle;
import dev.keyplan.plan.Plan.Rejection;
import dev.keyplan.source.Span;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Whether an access path holds what a read needs, and is as fresh as it asks for. An index that
 * projects what is selected holds it, whatever that is: what it projects follows from the plans.
 */
final class PathContents {
  private final ReadPattern pattern;
  private final Entity entity;
  private final AccessPath path;

  PathContents(ReadPattern pattern, Entity entity, AccessPath path) {
    this.pattern = pattern;
    this.entity = entity;
    this.path = path;
  }

  /** Why the path does not serve, if it does not. */
  Optional<Rejection> mismatch() {
    return missingItems()
        .or(this::nothingSelected)
        .or(this::missingInFilter)
        .or(this::missingInResults)
        .or(this::missingExpiry)
        .or(this::inconsistent);
  }

  /** The pattern's filter without what is true of all items on the path. */
  Optional<Condition> filter() {
    Facts facts = path.facts(entity);
    List<Condition> open =
        pattern.filter().map(Condition::conjuncts).orElse(List.of()).stream()
            .filter(condition -> facts.of(condition) != Facts.Truth.TRUE)
            .toList();
    return open.size() > 1 ? Optional.of(new Condition.All(open)) : open.stream().findFirst();
  }

  /** Whether the pattern has what the path lacks read from the table. */
  boolean isFetched() {
    return pattern.fetch().isPresent()
        && (selectsNothing() || !missingResults().isEmpty() || lacksExpiry());
  }

  private boolean lacksExpiry() {
    return !path.projectsSelected()
        && pattern.expiry().filter(expiry -> !path.holds(expiry.storedName())).isPresent();
  }

  /** An index that leaves items out serves only if those are not asked for. */
  private Optional<Rejection> missingItems() {
    return path.index()
        .flatMap(entity::membership)
        .map(membership -> Completeness.of(pattern, membership))
        .filter(completeness -> !completeness.isComplete())
        .map(
            completeness ->
                new Rejection(
                    path,
                    Obstacle.INCOMPLETE,
                    "%s holds only items %s".formatted(path.description(), completeness.text()),
                    pattern.where().stream()
                        .map(Restriction::span)
                        .reduce(Span::to)
                        .or(() -> pattern.via().map(ReadPattern.Via::span))
                        .orElse(pattern.span())));
  }

  private Optional<Rejection> nothingSelected() {
    return selectsNothing() && pattern.fetch().isEmpty()
        ? Optional.of(
            rejection(
                "projects what the patterns select that it serves, and this one selects nothing",
                pattern.span()))
        : Optional.empty();
  }

  /** Whether it asks for whole items of an index that projects parts of them. */
  private boolean selectsNothing() {
    return path.projectsSelected() && returnsItems();
  }

  private Optional<Rejection> missingInFilter() {
    List<String> missing =
        path.projectsSelected() ? List.of() : new ArrayList<>(missing(filtered()));
    if (!path.projectsSelected()) {
      entityTests().forEach(test -> addMissing(test.storedName(), missing));
    }
    return missing.isEmpty()
        ? Optional.empty()
        : Optional.of(
            rejection(
                "does not hold %s, which the filter looks at".formatted(quoted(missing)),
                filterSpan(missing)));
  }

  private Optional<Rejection> missingInResults() {
    List<String> missing = missingResults();
    return missing.isEmpty() || pattern.fetch().isPresent()
        ? Optional.empty()
        : Optional.of(rejection("does not hold " + quoted(missing), pattern.span()));
  }

  private Optional<Rejection> missingExpiry() {
    return Expiry.obstacle(pattern, path, isFetched())
        .map(
            reason ->
                new Rejection(
                    path,
                    Obstacle.EXPIRY,
                    path.description() + " " + reason,
                    pattern.via().map(ReadPattern.Via::span).orElse(pattern.span())));
  }

  /** What is returned, but not there. */
  private List<String> missingResults() {
    if (pattern.verb() == ReadPattern.Verb.COUNT
        || (path.projectsSelected() && pattern.selection().isPresent())) {
      return List.of();
    }
    List<String> missing =
        new ArrayList<>(
            missing(pattern.selection().map(Selection::attributes).orElse(entity.attributes())));
    // Without it, nobody can tell what a whole item is.
    if (returnsItems()) {
      entity.table().typeAttribute().ifPresent(name -> addMissing(name, missing));
    }
    return missing;
  }

  private void addMissing(String name, List<String> missing) {
    if (!path.holds(name) && !missing.contains(name)) {
      missing.add(name);
    }
  }

  private List<String> missing(Collection<Attribute> needed) {
    return needed.stream()
        .filter(attribute -> !path.holds(entity.nameOfHolder(attribute)))
        .map(Attribute::name)
        .toList();
  }

  private Set<Attribute> filtered() {
    Set<Attribute> filtered = new LinkedHashSet<>();
    filter().ifPresent(f -> f.terms().forEach(term -> filtered.addAll(term.attributes())));
    return filtered;
  }

  private List<Condition.OfEntity> entityTests() {
    return pattern.filter().map(Condition::entityTests).orElse(List.of());
  }

  private Span filterSpan(List<String> missing) {
    return filter().orElseThrow().terms().stream()
        .filter(term -> term.attributes().stream().anyMatch(a -> missing.contains(a.name())))
        .map(Condition.Term::span)
        .findFirst()
        .or(() -> entityTests().stream().map(Condition.OfEntity::span).findFirst())
        .orElseThrow();
  }

  private boolean returnsItems() {
    return pattern.verb() != ReadPattern.Verb.COUNT && pattern.selection().isEmpty();
  }

  private Optional<Rejection> inconsistent() {
    return pattern
        .consistent()
        .filter(span -> !path.allowsConsistentReads())
        .map(
            span ->
                new Rejection(
                    path,
                    Obstacle.CONSISTENCY,
                    path.description() + " is a global index, which is eventually consistent",
                    span));
  }

  private Rejection rejection(String reason, Span span) {
    return new Rejection(path, Obstacle.PROJECTION, path.description() + " " + reason, span);
  }

  private static String quoted(List<String> names) {
    return names.stream().map(name -> "`" + name + "`").collect(Collectors.joining(", "));
  }
}
