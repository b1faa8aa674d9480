package dev.keyplan.model;

import dev.keyplan.source.Span;

/**
 * A value that the caller of a pattern gives.
 *
 * @param name as written behind the colon, or the attribute's name
 * @param attribute what it is compared with or assigned to: its type and its constraints
 * @param isList whether the caller gives a list of such values
 * @param span of its first mention
 */
public record Parameter(String name, Attribute attribute, boolean isList, Span span) {
  /** A single value. */
  public Parameter(String name, Attribute attribute, Span span) {
    this(name, attribute, false, span);
  }

  public AttributeType type() {
    return attribute.type();
  }
}
