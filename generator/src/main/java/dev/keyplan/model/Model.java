package dev.keyplan.model;

import java.util.List;

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

  public List<Pattern> patterns() {
    return namespaces.stream().flatMap(namespace -> namespace.patterns().stream()).toList();
  }
}
