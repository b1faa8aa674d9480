package dev.keyplan.check.rules;

import dev.keyplan.cost.Partitions;
import dev.keyplan.model.Attribute;
import dev.keyplan.model.Entity;
import dev.keyplan.model.EntityKey;
import dev.keyplan.model.Index;
import dev.keyplan.model.IndexMembership;
import dev.keyplan.model.Model;
import dev.keyplan.plan.AccessPath;
import dev.keyplan.source.Span;
import java.util.List;
import java.util.stream.Stream;

/**
 * An entity in a table or in one of its global indexes: what has partitions of its own. Those of a
 * local index are its table's.
 *
 * @param key how the entity fills the key
 * @param span where the entity says so
 */
record Place(AccessPath path, Entity entity, EntityKey key, Span span) {

  /** All of a model, in its order. */
  static List<Place> of(Model model) {
    return model.entities().stream().flatMap(Place::of).toList();
  }

  /** What tells apart the items of one partition, so that it can spread them over several. */
  Attribute spreader() {
    List<Attribute> partition = Partitions.attributes(path, entity);
    List<Attribute> identity = entity.identity();
    return identity.stream()
        .filter(attribute -> !partition.contains(attribute))
        .reduce((first, second) -> second)
        .orElse(identity.get(identity.size() - 1));
  }

  private static Stream<Place> of(Entity entity) {
    Span key = entity.key().partition().get(0).span();
    return Stream.concat(
        Stream.of(new Place(AccessPath.of(entity.table()), entity, entity.key(), key)),
        entity.indexes().stream()
            .filter(membership -> membership.index().kind() == Index.Kind.GLOBAL)
            .map(membership -> of(entity, membership)));
  }

  private static Place of(Entity entity, IndexMembership membership) {
    return new Place(
        AccessPath.of(entity.table(), membership.index()),
        entity,
        membership.key(),
        membership.span());
  }
}
