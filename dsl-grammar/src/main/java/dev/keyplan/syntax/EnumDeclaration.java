package dev.keyplan.syntax;

import dev.keyplan.source.Span;
import java.util.List;
import java.util.Optional;

/** {@code enum OrderStatus { PLACED, SHIPPED "shipped" }}. */
public record EnumDeclaration(
    Optional<Documentation> documentation,
    Name name,
    List<Constant> constants,
    boolean isBroken,
    Span span)
    implements Declaration {
  public EnumDeclaration {
    constants = List.copyOf(constants);
  }

  /**
   * One constant.
   *
   * @param storedText the quoted text that DynamoDB stores instead of the name
   */
  public record Constant(
      Optional<Documentation> documentation, Name name, Optional<TextLiteral> storedText, Span span)
      implements Node {}
}
