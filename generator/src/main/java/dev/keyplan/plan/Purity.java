package dev.keyplan.plan;

import dev.keyplan.model.Entity;
import dev.keyplan.model.EntityKey;
import dev.keyplan.plan.KeyShape.Rest;
import java.util.Optional;

/**
 * Whether a key condition may match items of another entity. The answer errs on the safe side: keys
 * are told apart by the literal texts they begin with, so two keys that differ only further in
 * count as possibly equal.
 */
final class Purity {
  private Purity() {}

  static boolean mayRead(AccessPath path, KeyCondition condition, Entity entity, Entity other) {
    Optional<EntityKey> otherKey = path.keyOf(other);
    if (otherKey.isEmpty()) {
      return false;
    }
    EntityKey key = path.keyOf(entity).orElseThrow();
    for (int i = 0; i < key.partition().size(); i++) {
      KeyShape own = KeyShape.of(key.partition().get(i).filling());
      if (own.isDisjointFrom(KeyShape.of(otherKey.get().partition().get(i).filling()))) {
        return false;
      }
    }
    for (int i = 0; i < condition.sort().size(); i++) {
      KeyShape others = KeyShape.of(otherKey.get().sort().get(i).filling());
      if (excludes(condition.sort().get(i), others)) {
        return false;
      }
    }
    return true;
  }

  /** Whether no text of that shape satisfies the term. */
  static boolean excludes(KeyTerm term, KeyShape others) {
    KeyValue first = term.values().get(0);
    return switch (term.comparator()) {
      case EQUAL -> KeyShape.of(first).isDisjointFrom(others);
      case BEGINS_WITH -> KeyShape.beginningWith(first).isDisjointFrom(others);
      case BETWEEN -> excludesRange(first, term.values().get(1), others);
      case LESS, LESS_OR_EQUAL, GREATER, GREATER_OR_EQUAL, NOT_EQUAL -> false;
    };
  }

  /** From "ORDER#…" to "ORDER$": all texts that begin with what they share, and the end itself. */
  private static boolean excludesRange(KeyValue low, KeyValue high, KeyShape others) {
    KeyShape end = KeyShape.of(high);
    KeyShape inside = new KeyShape(commonLead(KeyShape.of(low).lead(), end.lead()), Rest.ANYTHING);
    return inside.isDisjointFrom(others) && end.isDisjointFrom(others);
  }

  /**
   * The text that everything between two bounds begins with: all that they share, and the last
   * character of the lower bound where the upper one is its successor.
   */
  private static String commonLead(String low, String high) {
    int shared = 0;
    while (shared < low.length()
        && shared < high.length()
        && low.charAt(shared) == high.charAt(shared)) {
      shared++;
    }
    boolean highIsSuccessor =
        shared == high.length() - 1
            && shared < low.length()
            && high.charAt(shared) == low.charAt(shared) + 1;
    return low.substring(0, highIsSuccessor ? shared + 1 : shared);
  }
}
