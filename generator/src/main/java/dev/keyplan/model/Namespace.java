package dev.keyplan.model;

import java.util.List;
import java.util.Optional;

/**
 * Everything declared under one namespace, each list in the order of the files (by path) and of the
 * declarations in them.
 */
public record Namespace(
    String name,
    Optional<String> documentation,
    List<Table> tables,
    List<Entity> entities,
    List<StructDefinition> structs,
    List<EnumDefinition> enums,
    List<Pattern> patterns) {
  public Namespace {
    tables = List.copyOf(tables);
    entities = List.copyOf(entities);
    structs = List.copyOf(structs);
    enums = List.copyOf(enums);
    patterns = List.copyOf(patterns);
  }

  /** The same with these patterns. */
  public Namespace withPatterns(List<Pattern> others) {
    return new Namespace(name, documentation, tables, entities, structs, enums, others);
  }
}
