package dev.keyplan.diagnostic;

import dev.keyplan.source.Span;

/**
 * A place that a diagnostic points at.
 *
 * @param text why this place; may be empty where the message says it all
 */
public record Label(Span span, String text) {}
