package dev.keyplan.emit.workbench;

import dev.keyplan.model.Attribute;
import dev.keyplan.model.Entity;
import dev.keyplan.model.EntityKey;
import dev.keyplan.model.Index;
import dev.keyplan.model.IndexMembership;
import dev.keyplan.model.KeyAttribute;
import dev.keyplan.model.Table;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The attributes of a table's items with the one type that the format lets each have: that of the
 * key where it is one, or else of the first entity that stores it.
 *
 * @param types DynamoDB's type code by name; the table's keys first
 * @param conflicts a sentence for each attribute of an entity that has to be left out
 */
record StoredAttributes(Map<String, String> types, List<String> conflicts) {

  static StoredAttributes of(Table table, List<Entity> entities) {
    Map<String, String> keyTypes = new HashMap<>();
    table.indexes().stream()
        .map(Index::key)
        .flatMap(key -> key.attributes().stream())
        .forEach(key -> keyTypes.put(key.name(), key.type().code()));
    table.key().attributes().forEach(key -> keyTypes.put(key.name(), key.type().code()));

    Map<String, String> types = new LinkedHashMap<>();
    table.key().attributes().forEach(key -> types.put(key.name(), key.type().code()));
    table.typeAttribute().ifPresent(name -> types.put(name, "S"));
    List<String> conflicts = new ArrayList<>();
    for (Entity entity : entities) {
      of(entity)
          .forEach(
              (name, type) -> {
                types.putIfAbsent(name, keyTypes.getOrDefault(name, type));
                if (!types.get(name).equals(type)) {
                  conflicts.add(
                      ("Not in this model: the attribute %s of %s, of type %s. NoSQL Workbench has"
                              + " one type for an attribute of a table, here %s.")
                          .formatted(name, entity.name().name(), type, types.get(name)));
                }
              });
    }
    for (Index index : table.indexes()) {
      for (KeyAttribute key : index.key().attributes()) {
        types.putIfAbsent(key.name(), key.type().code());
      }
    }
    return new StoredAttributes(types, conflicts);
  }

  /** The type of each attribute that an entity's items have besides the table's keys, in order. */
  static Map<String, String> of(Entity entity) {
    Map<String, String> types = new LinkedHashMap<>();
    entity.table().typeAttribute().ifPresent(name -> types.put(name, "S"));
    for (Attribute attribute : entity.stored()) {
      types.put(attribute.storedName(), attribute.type().storage().name());
    }
    for (IndexMembership membership : entity.indexes()) {
      for (EntityKey.Part part : membership.key().parts()) {
        types.putIfAbsent(part.key().name(), part.key().type().code());
      }
    }
    entity.table().key().attributes().forEach(key -> types.remove(key.name()));
    return types;
  }
}
