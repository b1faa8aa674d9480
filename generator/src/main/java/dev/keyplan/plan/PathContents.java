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
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Whether an access path holds what a read needs, and is as fresh as it asks for. */
final class PathContents {
  private final ReadPattern pattern;
  private final Entity entity;

  PathContents(ReadPattern pattern, Entity entity) {
    this.pattern = pattern;
    this.entity = entity;
  }

  /** Why the path does not serve, if it does not. */
  Optional<Rejection> mismatch(AccessPath path) {
    return missingItems(path).or(() -> missingAttributes(path)).or(() -> inconsistent(path));
  }

  /** The pattern's filter without what is true of all items on the path. */
  Optional<Condition> filter(AccessPath path) {
    Facts facts = path.facts(entity);
    List<Condition> open =
        pattern.filter().map(Condition::conjuncts).orElse(List.of()).stream()
            .filter(condition -> facts.of(condition) != Facts.Truth.TRUE)
            .toList();
    return open.size() > 1 ? Optional.of(new Condition.All(open)) : open.stream().findFirst();
  }

  /** An index that leaves items out serves only if those are not asked for. */
  private Optional<Rejection> missingItems(AccessPath path) {
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

  private Optional<Rejection> missingAttributes(AccessPath path) {
    List<String> missing =
        needed(path).stream()
            .filter(attribute -> !path.holds(attribute.storedName()))
            .map(Attribute::name)
            .collect(Collectors.toCollection(ArrayList::new));
    // Without it, nobody can tell what a whole item is.
    if (returnsItems()) {
      entity.table().typeAttribute().filter(name -> !path.holds(name)).ifPresent(missing::add);
    }
    if (missing.isEmpty()) {
      return Optional.empty();
    }
    String names = missing.stream().map(name -> "`" + name + "`").collect(Collectors.joining(", "));
    return Optional.of(
        new Rejection(
            path,
            Obstacle.PROJECTION,
            "%s does not hold %s".formatted(path.description(), names),
            pattern.span()));
  }

  /** The attributes that are returned, and those that the filter looks at. */
  private Set<Attribute> needed(AccessPath path) {
    Set<Attribute> needed = new LinkedHashSet<>();
    if (pattern.verb() != ReadPattern.Verb.COUNT) {
      needed.addAll(pattern.selection().map(Selection::attributes).orElse(entity.attributes()));
    }
    filter(path).ifPresent(f -> f.terms().forEach(term -> needed.addAll(term.attributes())));
    return needed;
  }

  private boolean returnsItems() {
    return pattern.verb() != ReadPattern.Verb.COUNT && pattern.selection().isEmpty();
  }

  private Optional<Rejection> inconsistent(AccessPath path) {
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
}
