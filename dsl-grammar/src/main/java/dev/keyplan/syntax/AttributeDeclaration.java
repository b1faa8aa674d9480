package dev.keyplan.syntax;

import dev.keyplan.source.Span;
import java.util.List;
import java.util.Optional;

/**
 * {@code id "message_uuid" : uuid = random @id}, in an entity or a struct.
 *
 * @param storedName the quoted name in DynamoDB
 * @param isOptional whether the type is followed by {@code ?}
 */
public record AttributeDeclaration(
    Optional<Documentation> documentation,
    Name name,
    Optional<TextLiteral> storedName,
    TypeReference type,
    boolean isOptional,
    Optional<Literal> defaultValue,
    List<Trait> traits,
    Span span)
    implements EntityDeclaration.Member {
  public AttributeDeclaration {
    traits = List.copyOf(traits);
  }

  /** {@code @id}, {@code @size(200)}. */
  public record Trait(Name name, List<Literal> arguments, Span span) implements Node {
    public Trait {
      arguments = List.copyOf(arguments);
    }
  }
}
