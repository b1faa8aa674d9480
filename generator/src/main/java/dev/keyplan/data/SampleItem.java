package dev.keyplan.data;

import dev.keyplan.model.Entity;
import dev.keyplan.source.Span;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * One sample item.
 *
 * @param item all that DynamoDB would hold: keys, type, attributes, index keys; keys first, then in
 *     the order of the model
 * @param span the item in its YAML file
 */
public record SampleItem(Entity entity, Map<String, ItemValue> item, Span span) {
  public SampleItem {
    item = Collections.unmodifiableMap(new LinkedHashMap<>(item));
  }
}
