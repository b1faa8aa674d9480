package dev.keyplan.model;

import dev.keyplan.source.Span;

/** A tag of a table, for bills and permissions. */
public record Tag(String key, String value, Span span) {}
