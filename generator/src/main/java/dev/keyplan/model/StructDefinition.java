package dev.keyplan.model;

import dev.keyplan.source.Span;
import java.util.List;
import java.util.Optional;

/**
 * A structure inside items. Structures may hold structures, but never themselves.
 *
 * @param span of the name
 */
public record StructDefinition(
    DefinitionName name, Optional<String> documentation, List<Attribute> attributes, Span span) {
  public StructDefinition {
    attributes = List.copyOf(attributes);
  }
}
