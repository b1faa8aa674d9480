package dev.keyplan.model;

import dev.keyplan.source.Span;

/**
 * An entity's place in an index.
 *
 * @param key how all key attributes of the index are filled, including those that the primary key
 *     or stored attributes fill
 * @param span of the index's name in the entity
 */
public record IndexMembership(Index index, EntityKey key, Span span) {}
