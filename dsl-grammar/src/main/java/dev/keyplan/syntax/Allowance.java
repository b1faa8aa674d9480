package dev.keyplan.syntax;

import dev.keyplan.source.Span;
import java.util.Optional;

/**
 * {@code // keyplan:allow LOW_CARDINALITY_PARTITION_KEY three regions}: a comment that answers a
 * warning.
 *
 * @param rule the id of the warning, as written
 * @param reason why it is right as it is; empty if the comment does not say
 * @param subject what it is about: the declaration, member or clause below it or beside it; empty
 *     if there is none
 */
public record Allowance(Name rule, String reason, Optional<Node> subject, Span span)
    implements Node {}
