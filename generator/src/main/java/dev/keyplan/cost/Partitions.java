package dev.keyplan.cost;

import dev.keyplan.model.Attribute;
import dev.keyplan.model.AttributeType.EnumType;
import dev.keyplan.model.AttributeType.IntegerType;
import dev.keyplan.model.Entity;
import dev.keyplan.model.EntityKey;
import dev.keyplan.model.Quantity;
import dev.keyplan.plan.AccessPath;
import java.util.List;
import java.util.OptionalLong;

/** How many partition key values the items of an entity have in a table or an index. */
public final class Partitions {
  private Partitions() {}

  /** The attributes that the partition key is made of. */
  public static List<Attribute> attributes(AccessPath path, Entity entity) {
    return path.keyOf(entity).map(EntityKey::partition).orElse(List.of()).stream()
        .flatMap(part -> part.filling().attributes().stream())
        .distinct()
        .toList();
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
    long count = 1;
    for (Attribute attribute : attributes) {
      OptionalLong values = values(attribute);
      if (values.isEmpty()) {
        return OptionalLong.empty();
      }
      count = new SizeRange(count, OptionalLong.empty()).times(values.getAsLong()).minimum();
    }
    return OptionalLong.of(Math.min(count, volume.orElse(Long.MAX_VALUE)));
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
