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

  /**
   * A struct is known by its place. Its contents are not compared: structs that hold each other
   * twice at every level would take exponential time.
   */
  @Override
  public boolean equals(Object other) {
    return other instanceof StructDefinition that
        && name.equals(that.name)
        && span.equals(that.span);
  }

  @Override
  public int hashCode() {
    return name.hashCode();
  }
}
