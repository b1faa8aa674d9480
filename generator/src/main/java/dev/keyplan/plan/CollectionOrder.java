package dev.keyplan.plan;

import dev.keyplan.model.Attribute;
import dev.keyplan.model.Entity;
import dev.keyplan.model.EntityKey;
import dev.keyplan.model.Filling;
import dev.keyplan.model.ItemCollection;
import dev.keyplan.model.KeyTemplate;
import dev.keyplan.model.ReadPattern;
import dev.keyplan.plan.Plan.Obstacle;
import dev.keyplan.plan.Plan.Rejection;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Whether items of several entities come in the order of attributes that they share: each entity's
 * sort key has that order, and up to there all sort keys are made alike, so that their items mix.
 */
final class CollectionOrder {
  private CollectionOrder() {}

  static Optional<Rejection> mismatch(AccessPath path, List<Entity> entities, ReadPattern pattern) {
    Optional<ReadPattern.Order> order = pattern.order().filter(o -> !o.attributes().isEmpty());
    if (order.isEmpty()) {
      return Optional.empty();
    }
    ItemCollection collection = pattern.collection().orElseThrow();
    Optional<Entity> unknown =
        entities.stream().filter(entity -> !collection.isKnownIn(entity)).findFirst();
    if (unknown.isPresent()) {
      return Optional.of(
          rejection(path, order.get(), "cannot order `" + unknown.get().name().name() + "` so"));
    }
    for (Entity entity : entities) {
      Optional<Rejection> own =
          Ordering.mismatch(path, path.keyOf(entity).orElseThrow(), pattern.ofOne(entity));
      if (own.isPresent()) {
        return own;
      }
    }
    Entity first = entities.get(0);
    return entities.stream()
        .filter(
            e ->
                !made(path, e, order.get(), collection)
                    .equals(made(path, first, order.get(), collection)))
        .findFirst()
        .map(
            other ->
                rejection(
                    path,
                    order.get(),
                    "holds the items of `%s` and `%s` one behind the other"
                        .formatted(first.name().name(), other.name().name())));
  }

  private static Rejection rejection(AccessPath path, ReadPattern.Order order, String reason) {
    return new Rejection(path, Obstacle.ORDER, path.description() + " " + reason, order.span());
  }

  /** What the sort key is made of, up to the last attribute of the order. */
  private static List<String> made(
      AccessPath path, Entity entity, ReadPattern.Order order, ItemCollection collection) {
    List<Attribute> named = order.attributes();
    Attribute last = collection.in(entity, named.get(named.size() - 1));
    List<String> made = new ArrayList<>();
    for (EntityKey.Part part : path.keyOf(entity).orElseThrow().sort()) {
      for (KeyTemplate.Part piece : pieces(part)) {
        if (piece instanceof KeyTemplate.Hole hole) {
          made.add(meaning(entity, hole, collection));
          if (hole.holdsValue() && hole.attribute().equals(last)) {
            return made;
          }
        } else {
          made.add('"' + ((KeyTemplate.Text) piece).value() + '"');
        }
      }
    }
    return made;
  }

  private static List<KeyTemplate.Part> pieces(EntityKey.Part part) {
    return part.filling() instanceof Filling.FromAttribute from
        ? List.of(new KeyTemplate.Hole(from.attribute(), Optional.empty(), part.span()))
        : ((Filling.FromTemplate) part.filling()).template().parts();
  }

  /** The name by which the pattern knows an attribute, with the type. */
  private static String meaning(Entity entity, KeyTemplate.Hole hole, ItemCollection collection) {
    Attribute attribute = hole.attribute();
    return collection.meanings().get(entity.name()).entrySet().stream()
            .filter(known -> known.getValue().equals(attribute))
            .map(java.util.Map.Entry::getKey)
            .sorted()
            .findFirst()
            .orElse(entity.name() + "." + attribute.name())
        + hole.function().map(function -> ":" + function.text()).orElse("")
        + " "
        + attribute.type().text();
  }
}
