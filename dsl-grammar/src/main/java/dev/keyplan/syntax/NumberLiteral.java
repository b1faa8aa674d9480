package dev.keyplan.syntax;

import dev.keyplan.source.Span;
import java.math.BigDecimal;

/** A number: {@code 5}, {@code -1.5}, {@code 40_000_000}. */
public record NumberLiteral(BigDecimal value, Span span) implements Literal {}
