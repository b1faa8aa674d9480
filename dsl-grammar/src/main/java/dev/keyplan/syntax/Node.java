package dev.keyplan.syntax;

import dev.keyplan.source.Span;

/** Anything that stands somewhere in a file. */
public interface Node {
  /** Where it stands, from its first token to its last. */
  Span span();
}
