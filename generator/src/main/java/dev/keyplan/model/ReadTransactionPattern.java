package dev.keyplan.model;

import dev.keyplan.model.TransactionPattern.Tie;
import dev.keyplan.source.Span;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Several items by their keys, as they are at one moment.
 *
 * @param ties what the keys must agree in
 * @param withExpired where it asks for items that have expired, too, if it does
 */
public record ReadTransactionPattern(
    DefinitionName name,
    Optional<String> documentation,
    List<Member> members,
    List<Tie> ties,
    Optional<Span> withExpired,
    List<Parameter> parameters,
    Workload workload,
    Span span)
    implements Pattern {
  public ReadTransactionPattern {
    members = List.copyOf(members);
    ties = List.copyOf(ties);
    parameters = List.copyOf(parameters);
  }

  @Override
  public List<Entity> entities() {
    return members.stream().map(Member::entity).distinct().toList();
  }

  /** The time by which the item of a member is left out if it has expired. */
  public Optional<Attribute> expiry(Member member) {
    return withExpired.isPresent() ? Optional.empty() : member.entity().expiry();
  }

  /**
   * One item with its name in the transaction.
   *
   * @param key the operand of each attribute that the primary key is made of, by attribute name;
   *     none if the key itself is given
   */
  public record Member(String name, Entity entity, Map<String, Operand> key, Span span) {
    public Member {
      key = Map.copyOf(key);
    }
  }
}
