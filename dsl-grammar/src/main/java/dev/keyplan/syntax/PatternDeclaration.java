package dev.keyplan.syntax;

import dev.keyplan.source.Span;
import java.util.List;
import java.util.Optional;

/**
 * {@code pattern messages { query Message where groupId order createdAt desc }}.
 *
 * @param operation absent only if the declaration is broken
 * @param clauses in the order written, any number of each kind
 */
public record PatternDeclaration(
    Optional<Documentation> documentation,
    Name name,
    Optional<Operation> operation,
    List<Clause> clauses,
    boolean isBroken,
    Span span)
    implements Declaration {
  public PatternDeclaration {
    clauses = List.copyOf(clauses);
  }
}
