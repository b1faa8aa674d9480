package dev.keyplan.plan;

import dev.keyplan.model.KeyTemplate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What the key values of different entities have in common. */
final class SharedParts {
  private SharedParts() {}

  /** Whether two terms are the same for the same arguments. */
  static boolean areSame(KeyTerm one, KeyTerm other) {
    if (one.comparator() != other.comparator()) {
      return false;
    }
    for (int i = 0; i < one.values().size(); i++) {
      List<KeyValue.Part> parts = of(one.values().get(i));
      List<KeyValue.Part> others = of(other.values().get(i));
      if (parts.size() != others.size() || count(List.of(parts, others)) < parts.size()) {
        return false;
      }
    }
    return true;
  }

  static boolean areSame(List<KeyTerm> some, List<KeyTerm> others) {
    if (some.size() != others.size()) {
      return false;
    }
    for (int i = 0; i < some.size(); i++) {
      if (!areSame(some.get(i), others.get(i))) {
        return false;
      }
    }
    return true;
  }

  /** The number of parts with which all of the lists begin. */
  static int count(List<List<KeyValue.Part>> lists) {
    int shared = 0;
    int shortest = lists.stream().mapToInt(List::size).min().orElse(0);
    while (shared < shortest) {
      int index = shared;
      KeyValue.Part first = lists.get(0).get(index);
      if (!lists.stream().allMatch(list -> isSame(first, list.get(index)))) {
        break;
      }
      shared++;
    }
    return shared;
  }

  /** A value as parts; one that is stored as it is is a single part. */
  static List<KeyValue.Part> of(KeyValue value) {
    if (value instanceof KeyValue.OfText text) {
      return text.parts();
    }
    KeyValue.OfOperand of = (KeyValue.OfOperand) value;
    KeyTemplate.Hole hole =
        new KeyTemplate.Hole(of.attribute(), Optional.empty(), of.operand().span());
    return new ArrayList<>(List.of(new KeyValue.Rendered(hole, of.operand(), false)));
  }

  /** Whether equal arguments make equal texts: only the same type makes sure of that. */
  private static boolean isSame(KeyValue.Part one, KeyValue.Part other) {
    return (one instanceof KeyValue.Rendered ours && other instanceof KeyValue.Rendered theirs)
        ? ours.operand().equals(theirs.operand())
            && ours.isPrefix() == theirs.isPrefix()
            && ours.hole().function().equals(theirs.hole().function())
            && ours.hole().attribute().type().equals(theirs.hole().attribute().type())
        : one.equals(other);
  }
}
