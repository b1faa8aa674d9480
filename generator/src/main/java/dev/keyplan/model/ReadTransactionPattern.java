package dev.keyplan.model;

import dev.keyplan.model.TransactionPattern.Tie;
import dev.keyplan.source.Span;
import java.util.List;
import java.util.Optional;

/**
 * Several items by their keys, as they are at one moment.
 *
 * @param ties what the keys must agree in
 */
public record ReadTransactionPattern(
    DefinitionName name,
    Optional<String> documentation,
    List<Member> members,
    List<Tie> ties,
    Workload workload,
    Span span)
    implements Pattern {
  public ReadTransactionPattern {
    members = List.copyOf(members);
    ties = List.copyOf(ties);
  }

  @Override
  public List<Entity> entities() {
    return members.stream().map(Member::entity).distinct().toList();
  }

  /** Keys are all that a caller gives. */
  @Override
  public List<Parameter> parameters() {
    return List.of();
  }

  /** One item with its name in the transaction. */
  public record Member(String name, Entity entity, Span span) {}
}
