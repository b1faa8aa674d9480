package dev.keyplan.plan;

import dev.keyplan.model.Attribute;
import dev.keyplan.model.Entity;
import dev.keyplan.model.EntityKey;
import dev.keyplan.model.GuardEntity;
import dev.keyplan.model.ItemCollection;
import dev.keyplan.model.ReadPattern;
import dev.keyplan.model.Restriction;
import dev.keyplan.plan.Plan.Evidence;
import dev.keyplan.plan.Plan.Obstacle;
import dev.keyplan.plan.Plan.Rejection;
import dev.keyplan.source.Span;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * Expresses a read of several entities as one key condition of an access path. All of them write
 * the same text into the partition key for the same values; what the condition says of the sort key
 * is the first that finds all of them and nothing else.
 *
 * @param entities what is found; for {@code query *} it comes out here
 * @param condition complete only without a rejection
 */
record CollectionMatch(
    List<Entity> entities, KeyCondition condition, Optional<Rejection> rejection) {

  static CollectionMatch of(AccessPath path, ReadPattern pattern, Neighbours neighbours) {
    return new Search(path, pattern, pattern.collection().orElseThrow(), neighbours).match();
  }

  /** An index that lacks what tells the items apart, where they are not read as a whole. */
  static Optional<Rejection> unrecognised(AccessPath path, ReadPattern pattern) {
    boolean isNeeded = pattern.verb() != ReadPattern.Verb.COUNT && pattern.fetch().isEmpty();
    return path.table()
        .typeAttribute()
        .filter(name -> isNeeded && !path.holds(name))
        .map(
            name ->
                new Rejection(
                    path,
                    Obstacle.PROJECTION,
                    "%s does not hold `%s`".formatted(path.description(), name),
                    pattern.span()));
  }

  private static CollectionMatch rejected(Rejection rejection) {
    return new CollectionMatch(
        List.of(), new KeyCondition(List.of(), List.of()), Optional.of(rejection));
  }

  /** Puts a match together. */
  private record Search(
      AccessPath path, ReadPattern pattern, ItemCollection collection, Neighbours neighbours) {

    CollectionMatch match() {
      List<Entity> entities = new ArrayList<>();
      List<KeyCondition> conditions = new ArrayList<>();
      Optional<Rejection> first = Optional.empty();
      for (Entity entity : pattern.entities()) {
        if (!collection.isKnownIn(entity)) {
          continue;
        }
        Optional<KeyMatch> match =
            path.keyOf(entity)
                .map(key -> KeyMatch.of(path, key, pattern.ofOne(entity), path.facts(entity)));
        Optional<Rejection> rejection =
            match
                .map(m -> m.rejection().or(() -> severalQueries(m.condition())))
                .orElseGet(() -> Optional.of(notAMember(entity)));
        if (rejection.isEmpty()) {
          entities.add(entity);
          conditions.add(match.orElseThrow().condition());
        } else if (!collection.isEverything()) {
          return rejected(ofEntity(rejection.get(), entity));
        } else if (first.isEmpty()) {
          first = Optional.of(ofEntity(rejection.get(), entity));
        }
      }
      return entities.isEmpty()
          ? rejected(first.orElseThrow())
          : different(entities, conditions)
              .map(CollectionMatch::rejected)
              .orElseGet(() -> covered(entities, conditions));
    }

    private Rejection notAMember(Entity entity) {
      return new Rejection(
          path,
          Obstacle.NOT_A_MEMBER,
          "%s does not contain `%s`".formatted(path.description(), entity.name().name()),
          pattern.span());
    }

    private Optional<Rejection> severalQueries(KeyCondition condition) {
      return condition
          .fanOut()
          .map(
              fanOut ->
                  new Rejection(
                      path,
                      Obstacle.PARTITION_KEY,
                      "%s would take %s, and a collection is read by one"
                          .formatted(path.description(), fanOut.text()),
                      restricted()));
    }

    private Rejection ofEntity(Rejection rejection, Entity entity) {
      return rejection.obstacle() == Obstacle.NOT_A_MEMBER
          ? rejection
          : new Rejection(
              path,
              rejection.obstacle(),
              rejection.reason() + ", for `" + entity.name().name() + "`",
              rejection.span());
    }

    /** Two entities that write different texts into the partition key. */
    private Optional<Rejection> different(List<Entity> entities, List<KeyCondition> conditions) {
      for (int i = 1; i < entities.size(); i++) {
        List<KeyTerm> first = conditions.get(0).partition();
        List<KeyTerm> other = conditions.get(i).partition();
        for (int part = 0; part < first.size(); part++) {
          if (!SharedParts.areSame(first.get(part), other.get(part))) {
            return Optional.of(different(entities.get(0), entities.get(i), part));
          }
        }
      }
      return Optional.empty();
    }

    private Rejection different(Entity one, Entity other, int part) {
      return new Rejection(
          path,
          Obstacle.KEYS_DIFFER,
          "%s has two partition keys for it".formatted(path.description()),
          restricted(),
          List.of(filling(one, part), filling(other, part)));
    }

    private Evidence filling(Entity entity, int part) {
      EntityKey.Part filled = path.keyOf(entity).orElseThrow().partition().get(part);
      String types =
          filled.filling().attributes().stream()
              .map(a -> "`" + a.name() + "` is `" + a.type().text() + "`")
              .collect(Collectors.joining(", "));
      return new Evidence(
          filled.span(),
          "`%s`: %s = %s%s"
              .formatted(
                  entity.name().name(),
                  filled.key().name(),
                  filled.filling().text(),
                  types.isEmpty() ? "" : ", where " + types));
    }

    private CollectionMatch covered(List<Entity> entities, List<KeyCondition> conditions) {
      SortCover cover = cover(conditions);
      if (cover.ranges().isEmpty()) {
        String names =
            pattern.where().stream()
                .map(Restriction::attribute)
                .filter(a -> !isInPartition(entities.get(0), a))
                .map(a -> "`" + a.name() + "`")
                .collect(Collectors.joining(", "));
        return rejected(
            new Rejection(
                path,
                Obstacle.SORT_KEY,
                "%s does not begin the sort keys of all entities alike with %s"
                    .formatted(path.description(), names),
                restricted()));
      }
      Optional<Rejection> otherEntities = Optional.empty();
      for (List<KeyTerm> sort : cover.ranges()) {
        KeyCondition condition = new KeyCondition(conditions.get(0).partition(), sort);
        List<Neighbours.Found> others = neighbours.found(path, condition, entities);
        if (others.isEmpty() || collection.isEverything()) {
          List<Entity> all = new ArrayList<>(entities);
          others.stream()
              .map(Neighbours.Found::entity)
              .filter(other -> !other.typeValue().equals(GuardEntity.TYPE))
              .forEach(all::add);
          return new CollectionMatch(all, condition, Optional.empty());
        }
        otherEntities = Optional.of(others.get(0).rejection(path, restricted()));
      }
      return rejected(otherEntities.orElseThrow());
    }

    /** Of what is said or, if that is not alike, of what the partition does not say already. */
    private SortCover cover(List<KeyCondition> conditions) {
      SortCover asSaid =
          SortCover.of(
              conditions.stream().map(KeyCondition::sort).toList(), collection.isEverything());
      return asSaid.ranges().isEmpty()
          ? SortCover.of(
              conditions.stream().map(ImpliedSort::without).toList(), collection.isEverything())
          : asSaid;
    }

    private boolean isInPartition(Entity entity, Attribute named) {
      Attribute attribute = collection.in(entity, named);
      return path.keyOf(entity).orElseThrow().partition().stream()
          .anyMatch(part -> part.filling().attributes().contains(attribute));
    }

    private Span restricted() {
      return pattern.where().stream()
          .map(Restriction::span)
          .reduce(Span::to)
          .orElse(pattern.span());
    }
  }
}
