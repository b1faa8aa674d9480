package dev.keyplan.model;

import dev.keyplan.source.Span;

/**
 * A key attribute of a table or index.
 *
 * @param name the physical name
 * @param span where it is declared
 */
public record KeyAttribute(String name, KeyType type, Span span) {}
