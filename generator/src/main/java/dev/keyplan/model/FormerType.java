package dev.keyplan.model;

import dev.keyplan.source.Span;

/**
 * What the type attribute held for items of an entity that was called otherwise.
 *
 * @param span of the text
 */
public record FormerType(String text, Span span) {}
