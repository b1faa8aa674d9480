package dev.keyplan.model;

import dev.keyplan.source.Span;

/**
 * A value that the caller of a pattern gives.
 *
 * @param name as written behind the colon, or the attribute's name
 * @param attribute what it is compared with or assigned to: its type and its constraints
 * @param span of its first mention
 */
public record Parameter(String name, Attribute attribute, Span span) {
  public AttributeType type() {
    return attribute.type();
  }
}
