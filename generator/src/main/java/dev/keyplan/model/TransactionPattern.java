package dev.keyplan.model;

import dev.keyplan.source.Span;
import java.util.List;
import java.util.Optional;

/**
 * Several writes, all or nothing.
 *
 * @param ties what members must agree in
 * @param references where an attribute of one member refers to the key of another, tied or not
 */
public record TransactionPattern(
    DefinitionName name,
    Optional<String> documentation,
    List<Member> members,
    List<Tie> ties,
    List<Tie> references,
    List<Parameter> parameters,
    Workload workload,
    Span span)
    implements Pattern {
  public TransactionPattern {
    members = List.copyOf(members);
    ties = List.copyOf(ties);
    references = List.copyOf(references);
    parameters = List.copyOf(parameters);
  }

  @Override
  public List<Entity> entities() {
    return members.stream().map(member -> member.write().entity()).distinct().toList();
  }

  /** One write with its name in the transaction. */
  public record Member(String name, Write write, Span span) {}

  /** Two attributes of members that are equal. */
  public record Tie(MemberAttribute left, MemberAttribute right, Span span) {}

  /** {@code theirs.groupId}. */
  public record MemberAttribute(String member, Attribute attribute) {}
}
