package dev.keyplan.plan;

import dev.keyplan.model.Attribute;
import dev.keyplan.model.Entity;
import dev.keyplan.model.ReadPattern;
import dev.keyplan.plan.Plan.Obstacle;
import dev.keyplan.plan.Plan.Rejection;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Whether no more than one item has the values that a read asks for, as a get promises. */
final class Uniqueness {
  private final ReadPattern pattern;
  private final Entity entity;
  private final Set<String> bound;

  Uniqueness(ReadPattern pattern, Entity entity) {
    this.pattern = pattern;
    this.entity = entity;
    this.bound = pattern.equalities().keySet();
  }

  /** Whether they are those of the whole primary key. */
  boolean isOfTheKey() {
    return binds(entity.key().attributes());
  }

  /** Why a get may find several items, if it may. */
  Optional<Rejection> mismatch(AccessPath path) {
    if (pattern.verb() != ReadPattern.Verb.GET
        || isOfTheKey()
        || binds(entity.identity())
        || entity.uniques().stream().anyMatch(unique -> binds(unique.attributes()))) {
      return Optional.empty();
    }
    List<String> missing =
        entity.identity().stream()
            .map(Attribute::name)
            .filter(name -> !bound.contains(name))
            .map(name -> "`" + name + "`")
            .toList();
    return Optional.of(
        new Rejection(
            path,
            Obstacle.NOT_UNIQUE,
            "%s may hold several `%s` that match: %s %s not bound"
                .formatted(
                    path.description(),
                    entity.name().name(),
                    String.join(", ", missing),
                    missing.size() > 1 ? "are" : "is"),
            pattern.span()));
  }

  /** The get by way of a guard: where no key serves, it leads to the item with a unique value. */
  Optional<Plan> guardedGet() {
    if (pattern.verb() != ReadPattern.Verb.GET || pattern.via().isPresent()) {
      return Optional.empty();
    }
    return entity.uniques().stream()
        .filter(unique -> unique.attributes().size() == pattern.where().size())
        .filter(unique -> binds(unique.attributes()))
        .findFirst()
        .map(unique -> new Plan.GuardedGet(pattern, entity, unique, pattern.equalities()));
  }

  private boolean binds(List<Attribute> attributes) {
    return attributes.stream().map(Attribute::name).allMatch(bound::contains);
  }
}
