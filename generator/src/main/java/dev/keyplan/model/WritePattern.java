package dev.keyplan.model;

import dev.keyplan.source.Span;
import java.util.List;
import java.util.Optional;

/** A single write. */
public record WritePattern(
    DefinitionName name,
    Optional<String> documentation,
    Write write,
    List<Parameter> parameters,
    Workload workload,
    Span span)
    implements Pattern {
  public WritePattern {
    parameters = List.copyOf(parameters);
  }

  @Override
  public List<Entity> entities() {
    return List.of(write.entity());
  }
}
