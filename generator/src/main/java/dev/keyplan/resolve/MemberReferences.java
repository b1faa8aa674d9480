package dev.keyplan.resolve;

import dev.keyplan.model.Attribute;
import dev.keyplan.model.TransactionPattern.Member;
import dev.keyplan.model.TransactionPattern.MemberAttribute;
import dev.keyplan.model.TransactionPattern.Tie;
import dev.keyplan.model.Write;
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
      for (Attribute attribute : known(member.write())) {
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

  /** What the caller knows of the item that a member writes. */
  private static List<Attribute> known(Write write) {
    return switch (write.verb()) {
      case CREATE, PUT -> write.entity().attributes();
      case UPDATE, MOVE, DELETE, CHECK -> write.entity().key().attributes();
    };
  }
}
