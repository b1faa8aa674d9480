package dev.keyplan.resolve;

import dev.keyplan.model.AttributeType;
import dev.keyplan.model.AttributeType.CollectionType;
import dev.keyplan.model.AttributeType.StructType;
import dev.keyplan.model.DefinitionName;
import dev.keyplan.model.Entity;
import dev.keyplan.model.EnumDefinition;
import dev.keyplan.model.StorageType;
import dev.keyplan.model.StructDefinition;
import dev.keyplan.model.Table;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The sound declarations resolved so far. What is not here was declared wrongly, or not at all. */
final class Definitions {
  private final Map<DefinitionName, ResolvedTable> tables = new HashMap<>();
  private final Map<DefinitionName, EnumDefinition> enums = new HashMap<>();
  private final Map<DefinitionName, StructDefinition> structs = new HashMap<>();
  private final Map<DefinitionName, Integer> depths = new HashMap<>();
  private final Map<DefinitionName, Entity> entities = new HashMap<>();

  /**
   * A table whose key was understood.
   *
   * @param naming what the attributes of its entities are called
   * @param unsoundIndexes indexes that were declared, but wrongly
   * @param isBroken whether some of its indexes may have been lost to a syntax error
   * @param isSound whether all of the table was understood
   */
  record ResolvedTable(
      Table table, Naming naming, Set<String> unsoundIndexes, boolean isBroken, boolean isSound) {
    ResolvedTable {
      unsoundIndexes = Set.copyOf(unsoundIndexes);
    }
  }

  void add(ResolvedTable table) {
    tables.put(table.table().name(), table);
  }

  void add(EnumDefinition definition) {
    enums.put(definition.name(), definition);
  }

  void add(StructDefinition definition) {
    structs.put(definition.name(), definition);
    int inner = definition.attributes().stream().mapToInt(a -> depth(a.type())).max().orElse(0);
    depths.put(definition.name(), 1 + inner);
  }

  void add(Entity entity) {
    entities.put(entity.name(), entity);
  }

  Optional<ResolvedTable> table(DefinitionName name) {
    return Optional.ofNullable(tables.get(name));
  }

  Optional<EnumDefinition> enumeration(DefinitionName name) {
    return Optional.ofNullable(enums.get(name));
  }

  /** The levels that a value adds to those of what holds it. */
  int depth(AttributeType type) {
    if (type instanceof StructType struct) {
      return depths.get(struct.definition().name());
    }
    int own = type.storage() == StorageType.L || type.storage() == StorageType.M ? 1 : 0;
    return type instanceof CollectionType collection ? own + depth(collection.element()) : own;
  }

  Optional<StructDefinition> struct(DefinitionName name) {
    return Optional.ofNullable(structs.get(name));
  }

  Optional<Entity> entity(DefinitionName name) {
    return Optional.ofNullable(entities.get(name));
  }
}
