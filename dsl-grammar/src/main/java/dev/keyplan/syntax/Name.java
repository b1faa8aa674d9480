package dev.keyplan.syntax;

import dev.keyplan.source.Span;

/** A single word. */
public record Name(String text, Span span) implements Node {}
