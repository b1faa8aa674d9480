package dev.keyplan.plan;

import dev.keyplan.model.Entity;
import dev.keyplan.model.Index;
import dev.keyplan.model.ReadPattern;
import dev.keyplan.model.Restriction;
import dev.keyplan.model.Table;
import dev.keyplan.plan.Plan.Obstacle;
import dev.keyplan.plan.Plan.Rejection;
import dev.keyplan.source.Span;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * Chooses the access path of a read: the table if it serves, then local indexes, then global ones,
 * each in the order of the model; or the one that the pattern names. A path serves if it can
 * express every restriction in its key, in the order asked for, holds every attribute, and reads
 * items of no other entity.
 */
final class ReadPlanner {
  private final ReadPattern pattern;
  private final Entity entity;
  private final Neighbours neighbours;
  private final Uniqueness uniqueness;

  /**
   * @param neighbours all entities of the pattern's table
   */
  ReadPlanner(ReadPattern pattern, Neighbours neighbours) {
    this.pattern = pattern;
    this.entity = pattern.entities().get(0);
    this.neighbours = neighbours;
    this.uniqueness = new Uniqueness(pattern, entity);
  }

  Plan plan() {
    List<Assessment> assessments = new ArrayList<>();
    for (AccessPath path : paths()) {
      if (isAllowed(path)) {
        Assessment assessment = assess(path);
        // A path that holds everything is better than one that has to fetch.
        if (assessment.plan().filter(plan -> !isFetched(plan)).isPresent()) {
          return assessment.plan().get();
        }
        assessments.add(assessment);
      }
    }
    return assessments.stream()
        .flatMap(assessment -> assessment.plan().stream())
        .findFirst()
        .or(uniqueness::guardedGet)
        .orElseGet(
            () -> unservable(assessments.stream().flatMap(a -> a.rejection().stream()).toList()));
  }

  private Plan.Unservable unservable(List<Rejection> inOrderOfPaths) {
    List<Rejection> rejections = new ArrayList<>(inOrderOfPaths);
    // The path that failed last in the order of the obstacles was the nearest; ties keep the order.
    rejections.sort(Collections.reverseOrder(Comparator.comparing(Rejection::obstacle)));
    boolean isFixed =
        pattern.verb() == ReadPattern.Verb.SCAN || pattern.verb() == ReadPattern.Verb.BATCH_GET;
    if (pattern.via().isPresent() || isFixed) {
      return new Plan.Unservable(
          pattern,
          rejections,
          Optional.empty(),
          paths().stream()
              .filter(path -> !isAllowed(path))
              .filter(path -> pattern.verb() != ReadPattern.Verb.SCAN || path.index().isEmpty())
              .filter(path -> assess(path).plan().isPresent())
              .findFirst());
    }
    return new Plan.Unservable(
        pattern,
        rejections,
        IndexSuggestion.forPattern(pattern, entity, neighbours.of(entity)),
        Optional.empty());
  }

  private static boolean isFetched(Plan plan) {
    return plan instanceof Plan.Query query && query.isFetched();
  }

  /** A scan reads the table, unless it names an index. */
  private boolean isAllowed(AccessPath path) {
    return pattern
        .via()
        .map(via -> via.index().equals(path.index()))
        .orElse(pattern.verb() != ReadPattern.Verb.SCAN || path.index().isEmpty());
  }

  /**
   * Every access path of the table, in the order in which they are preferred, also those that the
   * pattern does not allow.
   */
  List<Assessment> assess() {
    return paths().stream().map(this::assess).toList();
  }

  private List<AccessPath> paths() {
    Table table = entity.table();
    List<AccessPath> paths = new ArrayList<>();
    paths.add(AccessPath.of(table));
    if (pattern.verb() == ReadPattern.Verb.BATCH_GET) {
      return paths;
    }
    for (Index.Kind kind : List.of(Index.Kind.LOCAL, Index.Kind.GLOBAL)) {
      table.indexes(kind).forEach(index -> paths.add(AccessPath.of(table, index)));
    }
    return paths;
  }

  private Assessment assess(AccessPath path) {
    if (pattern.verb() == ReadPattern.Verb.BATCH_GET) {
      return new BatchGetPlanner(pattern).assess();
    }
    if (pattern.verb() == ReadPattern.Verb.SCAN) {
      return new ScanPlanner(pattern, neighbours).assess(path);
    }
    if (pattern.collection().isPresent()) {
      return assessCollection(path);
    }
    var key = path.keyOf(entity);
    if (key.isEmpty()) {
      return Assessment.rejected(
          new Rejection(
              path,
              Obstacle.NOT_A_MEMBER,
              "%s does not contain `%s`".formatted(path.description(), entity.name().name()),
              pattern.via().map(ReadPattern.Via::span).orElse(pattern.span())));
    }
    KeyMatch match = KeyMatch.of(path, key.get(), pattern, path.facts(entity));
    return match
        .rejection()
        .or(() -> uniqueness.mismatch(path))
        .or(() -> severalQueries(path, match.condition()))
        .or(() -> Ordering.mismatch(path, key.get(), pattern))
        .or(() -> otherEntities(path, match.condition()))
        .or(() -> new PathContents(pattern, entity, path).mismatch())
        .map(Assessment::rejected)
        .orElseGet(() -> Assessment.served(path, served(path, match.condition())));
  }

  private Assessment assessCollection(AccessPath path) {
    CollectionMatch match = CollectionMatch.of(path, pattern, neighbours);
    return match
        .rejection()
        .or(() -> CollectionOrder.mismatch(path, match.entities(), pattern))
        .or(
            () ->
                match.entities().stream()
                    .map(one -> new PathContents(pattern.ofOne(one), one, path).mismatch())
                    .flatMap(Optional::stream)
                    .findFirst())
        .or(() -> CollectionMatch.unrecognised(path, pattern))
        .map(Assessment::rejected)
        .orElseGet(() -> Assessment.served(path, query(path, match.entities(), match.condition())));
  }

  private Plan served(AccessPath path, KeyCondition condition) {
    boolean isSingle = pattern.verb() == ReadPattern.Verb.GET;
    boolean isConsistent = pattern.consistent().isPresent();
    if (isSingle && path.index().isEmpty() && uniqueness.isOfTheKey()) {
      return new Plan.GetItem(pattern, entity, pattern.equalities(), isConsistent);
    }
    return query(path, pattern.entities(), condition);
  }

  private Plan query(AccessPath path, List<Entity> entities, KeyCondition condition) {
    boolean isCollection = pattern.collection().isPresent();
    boolean isFetched =
        entities.stream()
            .map(one -> new PathContents(isCollection ? pattern.ofOne(one) : pattern, one, path))
            .anyMatch(PathContents::isFetched);
    return new Plan.Query(
        pattern,
        path,
        entities,
        Expiry.condition(pattern, path, condition),
        Expiry.filter(
            pattern,
            path,
            isFetched,
            isCollection ? pattern.filter() : new PathContents(pattern, entity, path).filter()),
        isBackward(path, entities.get(0)),
        pattern.limit(),
        pattern.pageSize(),
        pattern.consistent().isPresent(),
        isFetched,
        pattern.verb() == ReadPattern.Verb.GET);
  }

  private boolean isBackward(AccessPath path, Entity first) {
    ReadPattern ofFirst = pattern.collection().isPresent() ? pattern.ofOne(first) : pattern;
    return Ordering.isBackward(path.keyOf(first).orElseThrow(), ofFirst);
  }

  /** Where the pattern restricts anything, or its name if it does not. */
  private Span restricted() {
    return pattern.where().stream().map(Restriction::span).reduce(Span::to).orElse(pattern.span());
  }

  /** What is fetched is what one query finds, and not several. */
  private Optional<Rejection> severalQueries(AccessPath path, KeyCondition condition) {
    boolean isFetchedByKey =
        new PathContents(pattern, entity, path).isFetched() && !path.allowsConsistentReads();
    return condition
        .fanOut()
        .filter(fanOut -> isFetchedByKey)
        .map(
            fanOut ->
                new Rejection(
                    path,
                    Obstacle.PARTITION_KEY,
                    "%s would take %s, and a `fetch` is one"
                        .formatted(path.description(), fanOut.text()),
                    pattern.fetch().orElseThrow()));
  }

  private Optional<Rejection> otherEntities(AccessPath path, KeyCondition condition) {
    return neighbours.found(path, condition, List.of(entity)).stream()
        .findFirst()
        .map(found -> found.rejection(path, restricted()));
  }
}
