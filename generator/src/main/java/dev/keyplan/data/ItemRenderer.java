package dev.keyplan.data;

import dev.keyplan.model.Attribute;
import dev.keyplan.model.Entity;
import dev.keyplan.model.EntityKey;
import dev.keyplan.model.Facts;
import dev.keyplan.model.Filling;
import dev.keyplan.model.IndexKey;
import dev.keyplan.model.Value;
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
    for (Attribute attribute : entity.stored()) {
      ItemValue value = values.get(attribute.name());
      if (value != null) {
        item.putIfAbsent(attribute.storedName(), value);
      }
    }
    Facts facts = facts(entity, values);
    for (IndexKey key : entity.indexKeys()) {
      if (key.isWritten(facts) == Facts.Truth.TRUE) {
        item.put(key.part().key().name(), value(key.part().filling(), values));
      }
    }
    return item;
  }

  /** What a condition of an index can be about: whether there is a value, and which. */
  private static Facts facts(Entity entity, Map<String, ItemValue> values) {
    Facts facts = Facts.NONE;
    for (Attribute attribute : entity.attributes()) {
      ItemValue value = values.get(attribute.name());
      if (value == null) {
        facts = facts.withAbsent(attribute);
      } else if (value instanceof ItemValue.OfString text) {
        facts = facts.withValue(attribute, new Value.TextValue(text.value()));
      } else if (value instanceof ItemValue.OfNumber number) {
        facts = facts.withValue(attribute, new Value.NumberValue(number.value()));
      } else if (value instanceof ItemValue.OfBoolean truth) {
        facts = facts.withValue(attribute, new Value.BooleanValue(truth.value()));
      } else {
        facts = facts.withPresent(attribute);
      }
    }
    return facts;
  }

  private static ItemValue value(Filling filling, Map<String, ItemValue> values) {
    if (filling instanceof Filling.FromTemplate from) {
      return new ItemValue.OfString(KeyText.of(from.template(), values));
    }
    return values.get(((Filling.FromAttribute) filling).attribute().name());
  }
}
