package dev.keyplan.syntax;

import dev.keyplan.source.Span;
import java.util.List;
import java.util.stream.Collectors;

/** Words joined by dots, at least one: a namespace, {@code Order}, {@code Customer.id}. */
public record QualifiedName(List<Name> parts, Span span) implements Node {
  public QualifiedName {
    parts = List.copyOf(parts);
  }

  public Name last() {
    return parts.get(parts.size() - 1);
  }

  /** The words with dots between them. */
  public String text() {
    return parts.size() == 1
        ? last().text()
        : parts.stream().map(Name::text).collect(Collectors.joining("."));
  }
}
