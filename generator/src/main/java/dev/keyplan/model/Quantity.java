package dev.keyplan.model;

import dev.keyplan.source.Span;

/**
 * A number of things, or of bytes, that the model states of its data.
 *
 * @param amount at least one
 * @param span of the statement
 */
public record Quantity(long amount, Span span) {}
