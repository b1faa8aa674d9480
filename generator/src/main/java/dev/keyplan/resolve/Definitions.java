package dev.keyplan.resolve;

import dev.keyplan.model.DefinitionName;
import dev.keyplan.model.Entity;
import dev.keyplan.model.EnumDefinition;
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

  Optional<StructDefinition> struct(DefinitionName name) {
    return Optional.ofNullable(structs.get(name));
  }

  Optional<Entity> entity(DefinitionName name) {
    return Optional.ofNullable(entities.get(name));
  }
}
