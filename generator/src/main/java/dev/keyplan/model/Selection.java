package dev.keyplan.model;

import dev.keyplan.source.Span;
import java.util.List;

/**
 * The attributes that a read returns, where it does not return whole items.
 *
 * @param name of the type that holds them
 * @param attributes in the order of the model, at least one
 * @param span of the name, or of the pattern's, from which it is made
 */
public record Selection(String name, List<Attribute> attributes, Span span) {
  public Selection {
    attributes = List.copyOf(attributes);
  }
}
