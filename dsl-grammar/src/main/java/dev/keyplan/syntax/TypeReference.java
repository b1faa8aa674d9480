package dev.keyplan.syntax;

import dev.keyplan.source.Span;
import java.util.List;
import java.util.Optional;

/**
 * A type as written: {@code string(1..64)}, {@code list<Line>}, {@code Customer.id}.
 *
 * @param arguments what stands in parentheses
 * @param elements what stands in angle brackets
 */
public record TypeReference(
    QualifiedName name, List<Argument> arguments, List<TypeReference> elements, Span span)
    implements Node {
  public TypeReference {
    arguments = List.copyOf(arguments);
    elements = List.copyOf(elements);
  }

  /** One argument of a type. */
  public sealed interface Argument extends Node permits Range, Value {}

  /** {@code 1..64}, {@code ..64}, {@code 1..}; at least one end is there. */
  public record Range(Optional<NumberLiteral> low, Optional<NumberLiteral> high, Span span)
      implements Argument {}

  /** {@code ms}, {@code 12}, {@code "[a-z]+"}. */
  public record Value(Literal literal) implements Argument {
    @Override
    public Span span() {
      return literal.span();
    }
  }
}
