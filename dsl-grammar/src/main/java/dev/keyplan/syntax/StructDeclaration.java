package dev.keyplan.syntax;

import dev.keyplan.source.Span;
import java.util.List;
import java.util.Optional;

/** {@code struct Line { sku: string quantity: int(1..999) }}. */
public record StructDeclaration(
    Optional<Documentation> documentation,
    Name name,
    List<AttributeDeclaration> attributes,
    boolean isBroken,
    Span span)
    implements Declaration {
  public StructDeclaration {
    attributes = List.copyOf(attributes);
  }
}
