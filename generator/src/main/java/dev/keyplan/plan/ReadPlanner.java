package dev.keyplan.plan;

import dev.keyplan.model.Attribute;
import dev.keyplan.model.Comparator;
import dev.keyplan.model.Condition;
import dev.keyplan.model.Entity;
import dev.keyplan.model.Facts;
import dev.keyplan.model.Index;
import dev.keyplan.model.KeySchema;
import dev.keyplan.model.Operand;
import dev.keyplan.model.ReadPattern;
import dev.keyplan.model.Restriction;
import dev.keyplan.model.Table;
import dev.keyplan.plan.Plan.Obstacle;
import dev.keyplan.plan.Plan.Rejection;
import dev.keyplan.source.Span;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Chooses the access path of a read: the table if it serves, then local indexes, then global ones,
 * each in the order of the model. A path serves if it can express every restriction in its key, in
 * the order asked for, holds every attribute, and reads items of no other entity.
 */
final class ReadPlanner {
  private final ReadPattern pattern;
  private final Entity entity;
  private final Neighbours neighbours;

  /**
   * @param neighbours all entities of the pattern's table
   */
  ReadPlanner(ReadPattern pattern, Neighbours neighbours) {
    this.pattern = pattern;
    this.entity = pattern.entities().get(0);
    this.neighbours = neighbours;
  }

  Plan plan() {
    List<Assessment> assessments = assess();
    Optional<Plan> served = assessments.stream().flatMap(a -> a.plan().stream()).findFirst();
    if (served.isPresent()) {
      return served.get();
    }
    List<Rejection> rejections =
        new ArrayList<>(assessments.stream().flatMap(a -> a.rejection().stream()).toList());
    // The path that failed last in the order of the obstacles was the nearest; ties keep the order.
    rejections.sort(Collections.reverseOrder(java.util.Comparator.comparing(Rejection::obstacle)));
    return new Plan.Unservable(
        pattern, rejections, IndexSuggestion.forPattern(pattern, entity, neighbours.of(entity)));
  }

  /** Every access path of the table, in the order in which they are preferred. */
  List<Assessment> assess() {
    return paths(entity.table()).stream().map(this::assess).toList();
  }

  private static List<AccessPath> paths(Table table) {
    List<AccessPath> paths = new ArrayList<>();
    paths.add(AccessPath.of(table));
    for (Index.Kind kind : List.of(Index.Kind.LOCAL, Index.Kind.GLOBAL)) {
      table.indexes().stream()
          .filter(index -> index.kind() == kind)
          .forEach(index -> paths.add(AccessPath.of(table, index)));
    }
    return paths;
  }

  private Assessment assess(AccessPath path) {
    var key = path.keyOf(entity);
    if (key.isEmpty()) {
      return Assessment.rejected(
          new Rejection(
              path,
              Obstacle.NOT_A_MEMBER,
              "%s does not contain `%s`".formatted(path.description(), entity.name().name()),
              pattern.span()));
    }
    KeyMatch match = KeyMatch.of(path, key.get(), pattern, path.facts(entity));
    return match
        .rejection()
        .or(() -> severalItems(path))
        .or(() -> Ordering.mismatch(path, key.get(), pattern))
        .or(() -> incomplete(path))
        .or(() -> otherEntities(path, match.condition()))
        .or(() -> missingAttributes(path))
        .or(() -> inconsistent(path))
        .map(Assessment::rejected)
        .orElseGet(() -> Assessment.served(path, served(path, match.condition())));
  }

  private Plan served(AccessPath path, KeyCondition condition) {
    boolean isSingle = pattern.verb() == ReadPattern.Verb.GET;
    boolean isConsistent = pattern.consistent().isPresent();
    if (isSingle && path.index().isEmpty() && bindsWholeKey()) {
      return new Plan.GetItem(pattern, entity, equalities(), isConsistent);
    }
    return new Plan.Query(
        pattern,
        path,
        pattern.entities(),
        condition,
        filter(path),
        pattern.order().map(ReadPattern.Order::isDescending).orElse(false),
        pattern.limit(),
        pattern.pageSize(),
        isConsistent,
        isSingle);
  }

  /** The filter without what is true of all items on the path. */
  private Optional<Condition> filter(AccessPath path) {
    Facts facts = path.facts(entity);
    List<Condition> open =
        pattern.filter().map(Condition::conjuncts).orElse(List.of()).stream()
            .filter(condition -> facts.of(condition) != Facts.Truth.TRUE)
            .toList();
    return open.size() > 1
        ? Optional.of(new Condition.All(open))
        : open.stream().findFirst();
  }

  /** An index that leaves items out serves only if those are not asked for. */
  private Optional<Rejection> incomplete(AccessPath path) {
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
                    restricted()));
  }

  /** Where the pattern restricts anything, or its name if it does not. */
  private Span restricted() {
    return pattern.where().stream().map(Restriction::span).reduce(Span::to).orElse(pattern.span());
  }

  /** A get promises at most one item: its restrictions bind the key or the identity. */
  private Optional<Rejection> severalItems(AccessPath path) {
    if (pattern.verb() != ReadPattern.Verb.GET || bindsWholeKey() || binds(entity.identity())) {
      return Optional.empty();
    }
    String missing =
        entity.identity().stream()
            .map(Attribute::name)
            .filter(name -> !equalities().containsKey(name))
            .map(name -> "`" + name + "`")
            .collect(Collectors.joining(", "));
    return Optional.of(
        new Rejection(
            path,
            Obstacle.NOT_UNIQUE,
            "%s may hold several `%s` that match: %s not bound"
                .formatted(path.description(), entity.name().name(), missing + isOrAre(missing)),
            pattern.span()));
  }

  private static String isOrAre(String list) {
    return list.contains(",") ? " are" : " is";
  }

  private boolean bindsWholeKey() {
    return binds(entity.key().attributes());
  }

  private boolean binds(List<Attribute> attributes) {
    Map<String, Operand> bound = equalities();
    return attributes.stream().allMatch(attribute -> bound.containsKey(attribute.name()));
  }

  private Map<String, Operand> equalities() {
    return pattern.where().stream()
        .filter(restriction -> restriction.comparator() == Comparator.EQUAL)
        .collect(
            Collectors.toMap(
                restriction -> restriction.attribute().name(),
                restriction -> restriction.operands().get(0),
                (first, second) -> first));
  }

  private Optional<Rejection> otherEntities(AccessPath path, KeyCondition condition) {
    return neighbours.sharing(path, entity).stream()
        .filter(other -> Purity.mayRead(path, condition, entity, other))
        .findFirst()
        .map(
            other ->
                new Rejection(
                    path,
                    Obstacle.OTHER_ENTITIES,
                    "%s may also return items of `%s`"
                        .formatted(path.description(), other.name().name()),
                    restricted()));
  }

  private Optional<Rejection> missingAttributes(AccessPath path) {
    if (path.index().isEmpty()) {
      return Optional.empty();
    }
    Index index = path.index().get();
    KeySchema tableKey = entity.table().key();
    List<String> missing =
        Stream.concat(
                needed(path).stream()
                    .filter(
                        a -> !index.projects(a.storedName()) && !tableKey.contains(a.storedName()))
                    .map(Attribute::name),
                // Without it, nobody can tell what a whole item is.
                entity.table().typeAttribute().stream()
                    .filter(name -> pattern.selection().isEmpty() && !index.projects(name)))
            .map(name -> "`" + name + "`")
            .toList();
    if (missing.isEmpty()) {
      return Optional.empty();
    }
    return Optional.of(
        new Rejection(
            path,
            Obstacle.PROJECTION,
            "%s does not hold %s".formatted(path.description(), String.join(", ", missing)),
            pattern.span()));
  }

  /** The attributes that are returned, and those that the filter looks at. */
  private Collection<Attribute> needed(AccessPath path) {
    if (pattern.selection().isEmpty()) {
      return entity.attributes();
    }
    Set<Attribute> needed = new LinkedHashSet<>(pattern.selection().get().attributes());
    filter(path).ifPresent(f -> f.terms().forEach(term -> needed.add(term.attribute())));
    return needed;
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
