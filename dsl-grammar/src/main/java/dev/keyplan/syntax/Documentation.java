package dev.keyplan.syntax;

import dev.keyplan.source.Span;

/**
 * The {@code ///} lines above a declaration, attribute or constant.
 *
 * @param text the lines without their slashes and one space, joined by LF; not trusted by anyone
 */
public record Documentation(String text, Span span) implements Node {}
