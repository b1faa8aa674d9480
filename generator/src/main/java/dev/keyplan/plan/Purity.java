package dev.keyplan.plan;

import dev.keyplan.model.Entity;
import dev.keyplan.model.EntityKey;
import dev.keyplan.model.KeyAttribute;
import dev.keyplan.proof.KeyOverlap;
import dev.keyplan.proof.KeyValues;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Whether a key condition finds items of an entity, whatever the caller gives. It is decided by the
 * texts that the condition and the entity's key can have in common; where neither is proved, the
 * answer is that it does.
 */
final class Purity {
  private Purity() {}

  /** An item that the condition finds; empty if there is none. */
  static Optional<KeyOverlap.Answer> found(AccessPath path, KeyCondition condition, Entity entity) {
    Optional<EntityKey> key = path.keyOf(entity);
    if (key.isEmpty()) {
      return Optional.empty();
    }
    KeyOverlap.Answer answer = KeyOverlap.of(values(path, condition), key.get());
    return answer.verdict() == KeyOverlap.Verdict.DISJOINT ? Optional.empty() : Optional.of(answer);
  }

  /** Whether nothing that an entity writes into a key attribute satisfies a term on it. */
  static boolean excludes(KeyTerm term, EntityKey.Part part) {
    return KeyOverlap.of(List.of(TermValues.of(term)), List.of(KeyValues.of(part))).verdict()
        == KeyOverlap.Verdict.DISJOINT;
  }

  /** What the condition allows in each key attribute: anything in those that it does not name. */
  private static List<KeyValues> values(AccessPath path, KeyCondition condition) {
    Map<String, KeyTerm> terms = new HashMap<>();
    condition.terms().forEach(term -> terms.put(term.attribute().name(), term));
    List<KeyValues> values = new ArrayList<>();
    for (KeyAttribute attribute : path.key().attributes()) {
      KeyTerm term = terms.get(attribute.name());
      values.add(term == null ? KeyValues.all(attribute) : TermValues.of(term));
    }
    return values;
  }
}
