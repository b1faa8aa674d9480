package dev.keyplan.plan;

import dev.keyplan.model.Attribute;
import dev.keyplan.model.TransactionPattern.MemberAttribute;
import dev.keyplan.model.TransactionPattern.Tie;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Finds the members of a transaction whose keys its ties determine: no caller has to give them. */
final class DerivedKeys {
  private final Plan.Transaction transaction;
  private final Map<String, List<MemberAttribute>> derived = new LinkedHashMap<>();

  private DerivedKeys(Plan.Transaction transaction) {
    this.transaction = transaction;
  }

  static Map<String, List<MemberAttribute>> of(Plan.Transaction transaction) {
    DerivedKeys keys = new DerivedKeys(transaction);
    for (Plan.Member member : transaction.members()) {
      if (member.action().isGivenKey() && member.key().isEmpty()) {
        keys.add(member);
      }
    }
    return keys.derived;
  }

  private void add(Plan.Member member) {
    List<Attribute> key = member.action().entity().key().attributes();
    List<MemberAttribute> sources = new ArrayList<>();
    key.forEach(attribute -> source(member, attribute).ifPresent(sources::add));
    if (!key.isEmpty() && sources.size() == key.size()) {
      derived.put(member.name(), sources);
    }
  }

  /** The attribute of another member, one that the caller gives, that an attribute is tied to. */
  private Optional<MemberAttribute> source(Plan.Member member, Attribute attribute) {
    MemberAttribute own = new MemberAttribute(member.name(), attribute);
    for (Tie tie : transaction.pattern().ties()) {
      if (tie.left().equals(own) && isGiven(tie.right())) {
        return Optional.of(tie.right());
      }
      if (tie.right().equals(own) && isGiven(tie.left())) {
        return Optional.of(tie.left());
      }
    }
    return Optional.empty();
  }

  private boolean isGiven(MemberAttribute source) {
    Plan.Member member =
        transaction.members().stream()
            .filter(m -> m.name().equals(source.member()))
            .findFirst()
            .orElseThrow();
    boolean isOfKey = member.action().entity().key().attributes().contains(source.attribute());
    boolean isOfItem =
        !source.attribute().isOptional() && (isOfKey || !member.action().isGivenKey());
    return !derived.containsKey(source.member())
        && (isOfItem || member.action().assigned(source.attribute()).isPresent());
  }
}
