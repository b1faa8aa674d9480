package dev.keyplan.model;

import dev.keyplan.source.Span;

/**
 * Items of the table expire.
 *
 * @param attribute the physical name of the attribute that holds when
 * @param span of the name
 */
public record TimeToLive(String attribute, Span span) {}
