package dev.keyplan.cost;

import dev.keyplan.model.Attribute;
import dev.keyplan.model.AttributeType.EnumType;
import dev.keyplan.model.AttributeType.IntegerType;
import dev.keyplan.model.Entity;
import dev.keyplan.model.EntityKey;
import dev.keyplan.model.Filling;
import dev.keyplan.model.HoleFunction;
import dev.keyplan.model.KeyTemplate;
import dev.keyplan.model.Quantity;
import dev.keyplan.model.TypeKind;
import dev.keyplan.plan.AccessPath;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/** How many partition key values the items of an entity have in a table or an index. */
public final class Partitions {
  private Partitions() {}

  /** The attributes whose values are in the partition key, each once. */
  public static List<Attribute> attributes(AccessPath path, Entity entity) {
    return holes(path, entity).stream()
        .filter(KeyTemplate.Hole::holdsValue)
        .map(KeyTemplate.Hole::attribute)
        .distinct()
        .toList();
  }

  /** What differs between the partition key values of an entity; an attribute alone is a hole. */
  public static List<KeyTemplate.Hole> holes(AccessPath path, Entity entity) {
    List<KeyTemplate.Hole> holes = new ArrayList<>();
    for (EntityKey.Part part : path.keyOf(entity).map(EntityKey::partition).orElse(List.of())) {
      if (part.filling() instanceof Filling.FromAttribute from) {
        holes.add(new KeyTemplate.Hole(from.attribute(), Optional.empty(), part.span()));
      } else {
        holes.addAll(((Filling.FromTemplate) part.filling()).template().holes());
      }
    }
    return holes;
  }

  /** Over how many partitions the shards in its partition key spread what is otherwise in one. */
  public static long shards(AccessPath path, Entity entity) {
    return holes(path, entity).stream()
        .flatMap(hole -> hole.function().stream())
        .filter(HoleFunction.Shard.class::isInstance)
        .mapToLong(function -> ((HoleFunction.Shard) function).count())
        .reduce(1, (first, second) -> first * second);
  }

  /**
   * The number of values, as the model states it or as the types limit it; there are not more of
   * them than items. One if the partition key is the same text in all items.
   *
   * @return empty if nothing is known of one of the attributes
   */
  public static OptionalLong count(AccessPath path, Entity entity) {
    List<Attribute> attributes = attributes(path, entity);
    OptionalLong volume =
        entity.volume().map(v -> OptionalLong.of(v.amount())).orElse(OptionalLong.empty());
    boolean isOneForEachItem = attributes.containsAll(entity.identity()) && !attributes.isEmpty();
    if (isOneForEachItem && volume.isPresent()) {
      return volume;
    }
    boolean isOverTime =
        holes(path, entity).stream()
            .flatMap(hole -> hole.function().stream())
            .anyMatch(HoleFunction.Bucket.class::isInstance);
    if (isOverTime || attributes.stream().anyMatch(attribute -> values(attribute).isEmpty())) {
      return OptionalLong.empty();
    }
    SizeRange count = SizeRange.exactly(shards(path, entity));
    for (Attribute attribute : attributes) {
      count = count.times(values(attribute).getAsLong());
    }
    return OptionalLong.of(Math.min(count.minimum(), volume.orElse(Long.MAX_VALUE)));
  }

  /** How many different values an attribute has, if that is known. */
  public static OptionalLong values(Attribute attribute) {
    if (attribute.statistics().distinct().isPresent()) {
      return OptionalLong.of(attribute.statistics().distinct().map(Quantity::amount).orElseThrow());
    }
    return possibleValues(attribute);
  }

  /** How many values the type has, where that is few. */
  public static OptionalLong possibleValues(Attribute attribute) {
    if (attribute.type().kind() == TypeKind.BOOLEAN) {
      return OptionalLong.of(2);
    }
    if (attribute.type() instanceof EnumType type) {
      return OptionalLong.of(type.definition().constants().size());
    }
    if (attribute.type() instanceof IntegerType type && type.isBounded()) {
      long last = type.maximum() - type.minimum();
      return last >= 0 && last < Long.MAX_VALUE ? OptionalLong.of(last + 1) : OptionalLong.empty();
    }
    return OptionalLong.empty();
  }
}
