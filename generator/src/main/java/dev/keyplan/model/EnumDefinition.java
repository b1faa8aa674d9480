package dev.keyplan.model;

import dev.keyplan.source.Span;
import java.util.List;
import java.util.Optional;

/**
 * An enum.
 *
 * @param constants in declaration order, at least one
 * @param span of the name
 */
public record EnumDefinition(
    DefinitionName name, Optional<String> documentation, List<Constant> constants, Span span) {
  public EnumDefinition {
    constants = List.copyOf(constants);
  }

  /**
   * One constant.
   *
   * @param storedText what DynamoDB stores
   */
  public record Constant(
      String name, String storedText, Optional<String> documentation, Span span) {}
}
