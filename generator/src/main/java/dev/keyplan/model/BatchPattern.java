package dev.keyplan.model;

import dev.keyplan.source.Span;
import java.util.List;
import java.util.Optional;

/**
 * Writes of any number of items, not all or nothing.
 *
 * @param verb put or delete
 */
public record BatchPattern(
    DefinitionName name,
    Optional<String> documentation,
    Write.Verb verb,
    Entity entity,
    Workload workload,
    Span span)
    implements Pattern {
  @Override
  public List<Entity> entities() {
    return List.of(entity);
  }

  @Override
  public List<Parameter> parameters() {
    return List.of();
  }
}
