package dev.keyplan.emit.json;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.keyplan.data.ItemValue;
import java.util.Map;

/** Items in DynamoDB JSON: every value is an object whose one member names its type. */
public final class ItemJson {
  private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

  private ItemJson() {}

  /** Attributes by name, in the order of the map. */
  public static ObjectNode of(Map<String, ItemValue> attributes) {
    ObjectNode object = JSON.objectNode();
    attributes.forEach((name, value) -> object.set(name, of(value)));
    return object;
  }

  private static ObjectNode of(ItemValue value) {
    ObjectNode typed = JSON.objectNode();
    if (value instanceof ItemValue.OfString string) {
      return typed.put("S", string.value());
    }
    if (value instanceof ItemValue.OfNumber number) {
      return typed.put("N", number.value().toPlainString());
    }
    if (value instanceof ItemValue.OfBinary binary) {
      return typed.put("B", binary.base64());
    }
    if (value instanceof ItemValue.OfBoolean bool) {
      return typed.put("BOOL", bool.value());
    }
    if (value instanceof ItemValue.OfMap map) {
      return typed.set("M", of(map.entries()));
    }
    ArrayNode elements = JSON.arrayNode();
    ((ItemValue.OfList) value).elements().forEach(element -> elements.add(of(element)));
    return typed.set("L", elements);
  }
}
