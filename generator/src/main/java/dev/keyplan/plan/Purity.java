package dev.keyplan.plan;

import dev.keyplan.model.Entity;
import dev.keyplan.model.EntityKey;
import dev.keyplan.model.Filling;
import dev.keyplan.model.KeyTemplate;
import java.util.List;
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
      if (areDisjoint(
          lead(key.partition().get(i).filling()),
          lead(otherKey.get().partition().get(i).filling()))) {
        return false;
      }
    }
    for (int i = 0; i < condition.sort().size(); i++) {
      if (excludes(condition.sort().get(i), lead(otherKey.get().sort().get(i).filling()))) {
        return false;
      }
    }
    return true;
  }

  /** Whether no text that begins so satisfies the term. */
  private static boolean excludes(KeyTerm term, String otherLead) {
    List<String> leads = term.values().stream().map(Purity::lead).toList();
    return switch (term.comparator()) {
      case EQUAL, BEGINS_WITH -> areDisjoint(leads.get(0), otherLead);
      case BETWEEN ->
          // From "ORDER#…" to "ORDER$": all texts that begin with the prefix, and the bound itself.
          areDisjoint(commonLead(leads), otherLead) && areDisjoint(leads.get(1), otherLead);
      case LESS, LESS_OR_EQUAL, GREATER, GREATER_OR_EQUAL, NOT_EQUAL -> false;
    };
  }

  private static boolean areDisjoint(String left, String right) {
    return !left.startsWith(right) && !right.startsWith(left);
  }

  /**
   * The text that everything between two bounds begins with: all that they share, and the last
   * character of the lower bound where the upper one is its successor.
   */
  private static String commonLead(List<String> leads) {
    String low = leads.get(0);
    String high = leads.get(1);
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

  /** The literal text that every value begins with. */
  static String lead(Filling filling) {
    if (filling instanceof Filling.FromTemplate from
        && from.template().parts().get(0) instanceof KeyTemplate.Text text) {
      return text.value();
    }
    return "";
  }

  private static String lead(KeyValue value) {
    return value instanceof KeyValue.OfText text
            && text.parts().get(0) instanceof KeyValue.Text first
        ? first.value()
        : "";
  }
}
