package dev.keyplan.model;

import dev.keyplan.source.Span;
import java.util.List;
import java.util.stream.Collectors;

/**
 * Values that no two items of an entity share, kept true by guard items.
 *
 * @param attributes one or several, which are unique together
 * @param span of the line
 */
public record Unique(List<Attribute> attributes, Span span) {
  public Unique {
    attributes = List.copyOf(attributes);
  }

  /** As the language writes it: {@code unique (tenantId, slug)}. */
  public String text() {
    return "unique " + names();
  }

  /** {@code email}, {@code (tenantId, slug)}. */
  public String names() {
    String names = attributes.stream().map(Attribute::name).collect(Collectors.joining(", "));
    return attributes.size() == 1 ? names : "(" + names + ")";
  }
}
