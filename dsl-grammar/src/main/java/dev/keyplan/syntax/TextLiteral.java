package dev.keyplan.syntax;

import dev.keyplan.source.Span;

/**
 * A quoted text that has no holes.
 *
 * @param value without quotes, escapes resolved
 */
public record TextLiteral(String value, Span span) implements Literal {}
