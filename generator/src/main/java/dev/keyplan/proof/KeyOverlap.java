package dev.keyplan.proof;

import dev.keyplan.model.Attribute;
import dev.keyplan.model.AttributeType.IntegerType;
import dev.keyplan.model.AttributeType.StringType;
import dev.keyplan.model.EntityKey;
import dev.keyplan.model.Filling;
import dev.keyplan.model.KeyTemplate;
import dev.keyplan.model.KeyType;
import dev.keyplan.proof.Intersection.HoleValue;
import dev.keyplan.proof.Intersection.Witness;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Decides whether two entities can have the same key.
 *
 * <p>If the texts of one key attribute can never be equal, the keys cannot. Otherwise a common text
 * is found for each key attribute and taken apart into values. An attribute that stands in a key
 * twice may come out with two values; then each of the two is tried in both places.
 *
 * <p>The answer is never wrong, but may be unknown: where an attribute stands in a key twice, or
 * where texts of more than 40 characters would have to be counted.
 */
public final class KeyOverlap {
  /** The answers. */
  public enum Verdict {
    /** No two items can have the same key. */
    DISJOINT,
    /** Two items with the same key were found. */
    EQUAL,
    /** Neither is proved. */
    UNKNOWN
  }

  /**
   * An answer, with two items that have the same key if such were found.
   *
   * @param key the text of each key attribute, by physical name
   * @param left the attributes of one item that are in the key, by name
   * @param right those of the other
   */
  public record Answer(
      Verdict verdict,
      Map<String, String> key,
      Map<String, String> left,
      Map<String, String> right) {

    private static Answer without(Verdict verdict) {
      return new Answer(verdict, Map.of(), Map.of(), Map.of());
    }
  }

  /** Where attributes stand in a key several times, the search branches. */
  private static final int MOST_SEARCHES = 100;

  private final EntityKey left;
  private final EntityKey right;
  private int searches;

  private KeyOverlap(EntityKey left, EntityKey right) {
    this.left = left;
    this.right = right;
  }

  /** Compares two entities' fillings of one key. */
  public static Answer of(EntityKey left, EntityKey right) {
    if (differAtOnce(left, right)) {
      return Answer.without(Verdict.DISJOINT);
    }
    return new KeyOverlap(left, right).search(Map.of(), Map.of());
  }

  /** Most keys of a table begin with different texts: that needs no search. */
  private static boolean differAtOnce(EntityKey left, EntityKey right) {
    for (int i = 0; i < left.parts().size(); i++) {
      String ours = lead(left.parts().get(i).filling());
      String theirs = lead(right.parts().get(i).filling());
      if (!ours.startsWith(theirs) && !theirs.startsWith(ours)) {
        return true;
      }
    }
    return false;
  }

  /** The text that everything a filling makes begins with. */
  public static String lead(Filling filling) {
    return filling instanceof Filling.FromTemplate from
            && from.template().parts().get(0) instanceof KeyTemplate.Text text
        ? text.value()
        : "";
  }

  private Answer search(Map<String, String> leftFixed, Map<String, String> rightFixed) {
    Map<String, String> key = new LinkedHashMap<>();
    List<HoleValue> ours = new ArrayList<>();
    List<HoleValue> theirs = new ArrayList<>();
    for (int i = 0; i < left.parts().size(); i++) {
      EntityKey.Part part = left.parts().get(i);
      Optional<Witness> witness =
          part.key().type() == KeyType.STRING
              ? Intersection.of(
                  KeyLanguage.of(part.filling(), leftFixed),
                  KeyLanguage.of(right.parts().get(i).filling(), rightFixed))
              : numbers(part.filling(), leftFixed, right.parts().get(i).filling(), rightFixed);
      if (witness.isEmpty()) {
        return Answer.without(Verdict.DISJOINT);
      }
      key.put(part.key().name(), witness.get().text());
      ours.addAll(witness.get().left());
      theirs.addAll(witness.get().right());
    }
    Optional<List<HoleValue>> ourConflict = conflict(ours);
    if (ourConflict.isPresent()) {
      return retry(ourConflict.get(), leftFixed, rightFixed, true);
    }
    Optional<List<HoleValue>> theirConflict = conflict(theirs);
    if (theirConflict.isPresent()) {
      return retry(theirConflict.get(), leftFixed, rightFixed, false);
    }
    boolean isPossible =
        ours.stream().allMatch(KeyOverlap::isPossible)
            && theirs.stream().allMatch(KeyOverlap::isPossible);
    return isPossible
        ? new Answer(Verdict.EQUAL, key, values(ours), values(theirs))
        : Answer.without(Verdict.UNKNOWN);
  }

  /** Searches again with each of the values that an attribute came out with. */
  private Answer retry(
      List<HoleValue> candidates,
      Map<String, String> leftFixed,
      Map<String, String> rightFixed,
      boolean isLeft) {
    for (HoleValue candidate : candidates) {
      Map<String, String> fixed = new LinkedHashMap<>(isLeft ? leftFixed : rightFixed);
      String before = fixed.put(candidate.attribute().name(), candidate.text());
      boolean isNew = before == null && ++searches < MOST_SEARCHES;
      if (isNew && isAllowed(candidate, isLeft ? left : right)) {
        Answer answer = isLeft ? search(fixed, rightFixed) : search(leftFixed, fixed);
        if (answer.verdict() == Verdict.EQUAL) {
          return answer;
        }
      }
    }
    return Answer.without(Verdict.UNKNOWN);
  }

  /** The different values of the first attribute that came out with more than one. */
  private static Optional<List<HoleValue>> conflict(List<HoleValue> values) {
    Map<String, List<HoleValue>> byName = new LinkedHashMap<>();
    for (HoleValue value : values) {
      List<HoleValue> same =
          byName.computeIfAbsent(value.attribute().name(), name -> new ArrayList<>());
      if (same.stream().noneMatch(other -> other.text().equals(value.text()))) {
        same.add(value);
      }
    }
    return byName.values().stream().filter(same -> same.size() > 1).findFirst();
  }

  /** Whether every hole of the attribute takes the value. */
  private static boolean isAllowed(HoleValue value, EntityKey key) {
    return key.parts().stream()
        .map(EntityKey.Part::filling)
        .filter(Filling.FromTemplate.class::isInstance)
        .flatMap(filling -> ((Filling.FromTemplate) filling).template().parts().stream())
        .filter(KeyTemplate.Hole.class::isInstance)
        .map(KeyTemplate.Hole.class::cast)
        .filter(hole -> hole.attribute().name().equals(value.attribute().name()))
        .allMatch(
            hole ->
                hole.delimiter().isEmpty()
                    || value.text().indexOf(hole.delimiter().get()) < 0
                    || !(hole.attribute().type() instanceof StringType));
  }

  /** Whether a value that fits the language also fits the type, which says more. */
  private static boolean isPossible(HoleValue value) {
    return switch (value.attribute().type().kind()) {
      case STRING -> {
        StringType type = (StringType) value.attribute().type();
        int length = value.text().codePointCount(0, value.text().length());
        yield length >= type.minimumLength()
            && length <= type.maximumLength().orElse(Integer.MAX_VALUE);
      }
      case TIMESTAMP -> isTime(value.text());
      case INTEGER, UUID, ENUM, BOOLEAN, STRUCT -> true;
    };
  }

  private static boolean isTime(String text) {
    try {
      return Instant.parse(text).toEpochMilli() != Long.MIN_VALUE;
    } catch (DateTimeException noSuchDay) {
      return false;
    }
  }

  private static Map<String, String> values(List<HoleValue> values) {
    Map<String, String> byName = new LinkedHashMap<>();
    values.forEach(value -> byName.put(value.attribute().name(), value.text()));
    return byName;
  }

  /** Numbers are compared as numbers: two ranges have one in common, or not. */
  private static Optional<Witness> numbers(
      Filling left, Map<String, String> leftFixed, Filling right, Map<String, String> rightFixed) {
    Attribute ours = ((Filling.FromAttribute) left).attribute();
    Attribute theirs = ((Filling.FromAttribute) right).attribute();
    IntegerType ourRange = range(ours, leftFixed);
    IntegerType theirRange = range(theirs, rightFixed);
    long low = Math.max(ourRange.minimum(), theirRange.minimum());
    long high = Math.min(ourRange.maximum(), theirRange.maximum());
    if (low > high) {
      return Optional.empty();
    }
    String text = Long.toString(Math.max(low, Math.min(1, high)));
    return Optional.of(
        new Witness(
            text, List.of(new HoleValue(ours, text)), List.of(new HoleValue(theirs, text))));
  }

  private static IntegerType range(Attribute attribute, Map<String, String> fixed) {
    IntegerType type = (IntegerType) attribute.type();
    String value = fixed.get(attribute.name());
    return value == null
        ? type
        : new IntegerType(type.isLong(), true, Long.parseLong(value), Long.parseLong(value));
  }
}
