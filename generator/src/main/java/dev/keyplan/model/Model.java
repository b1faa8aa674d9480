package dev.keyplan.model;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * A whole design.
 *
 * @param namespaces by name
 */
public record Model(List<Namespace> namespaces) {
  public Model {
    namespaces = List.copyOf(namespaces);
  }

  public List<Table> tables() {
    return namespaces.stream().flatMap(namespace -> namespace.tables().stream()).toList();
  }

  public List<Entity> entities() {
    return namespaces.stream().flatMap(namespace -> namespace.entities().stream()).toList();
  }

  /** The entities of each table that has some, in their order, by the name of the table. */
  public Map<DefinitionName, List<Entity>> entitiesByTable() {
    return entities().stream().collect(Collectors.groupingBy(entity -> entity.table().name()));
  }

  public List<Pattern> patterns() {
    return namespaces.stream().flatMap(namespace -> namespace.patterns().stream()).toList();
  }
}
