package dev.keyplan.syntax;

import dev.keyplan.source.Span;

/** A word as a value: {@code now}, {@code random}, {@code true}, an enum constant. */
public record WordLiteral(QualifiedName name) implements Literal {
  @Override
  public Span span() {
    return name.span();
  }
}
