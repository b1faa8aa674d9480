package dev.keyplan.data;

import dev.keyplan.model.Attribute;
import dev.keyplan.model.Entity;
import dev.keyplan.model.EntityKey;
import dev.keyplan.model.Filling;
import dev.keyplan.model.IndexMembership;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Items as DynamoDB holds them: the twin, for sample data, of the item classes that are generated.
 * The table's key comes first, then the type attribute, the attributes in the order of the model,
 * and what only indexes need.
 */
final class ItemRenderer {
  private ItemRenderer() {}

  /**
   * @param values by attribute name, in storage form; those of optional attributes may be missing
   */
  static Map<String, ItemValue> item(Entity entity, Map<String, ItemValue> values) {
    Map<String, ItemValue> item = new LinkedHashMap<>();
    for (EntityKey.Part part : entity.key().parts()) {
      item.put(part.key().name(), value(part.filling(), values));
    }
    entity
        .table()
        .typeAttribute()
        .ifPresent(name -> item.put(name, new ItemValue.OfString(entity.typeValue())));
    for (Attribute attribute : entity.attributes()) {
      ItemValue value = values.get(attribute.name());
      if (value != null) {
        item.putIfAbsent(attribute.storedName(), value);
      }
    }
    for (IndexMembership membership : entity.indexes()) {
      if (hasAll(membership.key(), values)) {
        for (EntityKey.Part part : membership.key().parts()) {
          item.putIfAbsent(part.key().name(), value(part.filling(), values));
        }
      }
    }
    return item;
  }

  /** Whether the item is in an index; without one of the attributes it is not. */
  private static boolean hasAll(EntityKey key, Map<String, ItemValue> values) {
    return key.attributes().stream().allMatch(attribute -> values.containsKey(attribute.name()));
  }

  private static ItemValue value(Filling filling, Map<String, ItemValue> values) {
    if (filling instanceof Filling.FromTemplate from) {
      return new ItemValue.OfString(KeyText.of(from.template(), values));
    }
    return values.get(((Filling.FromAttribute) filling).attribute().name());
  }
}
