package dev.keyplan.resolve;

import dev.keyplan.model.Attribute;
import dev.keyplan.model.TransactionPattern.Member;
import dev.keyplan.model.TransactionPattern.MemberAttribute;
import dev.keyplan.model.TransactionPattern.Tie;
import dev.keyplan.resolve.References.Reference;
import java.util.ArrayList;
import java.util.List;

/** Finds where the members of a transaction refer to each other's keys. */
final class MemberReferences {
  private final References references;

  MemberReferences(References references) {
    this.references = references;
  }

  /** In the order of the members, of their attributes, and of the members referred to. */
  List<Tie> between(List<Member> members) {
    List<Tie> found = new ArrayList<>();
    for (Member member : members) {
      List<Attribute> known =
          member.write().entity().attributes().stream().filter(member.write()::isKnown).toList();
      for (Attribute attribute : known) {
        MemberAttribute from = new MemberAttribute(member.name(), attribute);
        for (Reference reference :
            references.of(member.write().entity().name(), attribute.name())) {
          members.stream()
              .filter(other -> !other.equals(member))
              .filter(other -> other.write().entity().name().equals(reference.entity()))
              .flatMap(
                  other ->
                      other.write().entity().key().attributes().stream()
                          .filter(key -> key.name().equals(reference.attribute()))
                          .map(key -> new MemberAttribute(other.name(), key)))
              .forEach(to -> found.add(new Tie(from, to, member.span())));
        }
      }
    }
    return found;
  }
}
