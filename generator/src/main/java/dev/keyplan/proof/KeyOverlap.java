package dev.keyplan.proof;

import dev.keyplan.model.AttributeType.StringType;
import dev.keyplan.model.Entity;
import dev.keyplan.model.EntityKey;
import dev.keyplan.model.Filling;
import dev.keyplan.model.KeyTemplate;
import dev.keyplan.model.KeyType;
import dev.keyplan.proof.Conflict.Occurrence;
import dev.keyplan.proof.Intersection.Witness;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Decides whether two entities can have the same key.
 *
 * <p>If the texts of one key attribute can never be equal, the keys cannot. Otherwise a common text
 * is found for each key attribute and taken apart into values. An attribute that stands in a key
 * twice may come out with two values; then one value is looked for that both places can have.
 *
 * <p>Lengths prove nothing: a key may be given that is longer than what the model allows now, so
 * that what an older model allowed can still be read and deleted. Forms and ranges are checked in
 * every key.
 *
 * <p>The answer is never wrong, but may be unknown: where an attribute stands in a key twice, where
 * texts of more than 40 characters would have to be counted, or where only lengths differ.
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

    /** {@code `Order` with id = `1` has pk `ORDER#1`}: the one item that was found. */
    public String leftItem(Entity entity) {
      return item(entity, left);
    }

    /** The same for the other item. */
    public String rightItem(Entity entity) {
      return item(entity, right);
    }

    private String item(Entity entity, Map<String, String> values) {
      String name = "`" + entity.name().name() + "`";
      if (key.isEmpty()) {
        return name + ": no proof that it never equals the other";
      }
      String given =
          values.entrySet().stream()
              .map(value -> value.getKey() + " = `" + value.getValue() + "`")
              .collect(Collectors.joining(", "));
      String made =
          key.entrySet().stream()
              .map(value -> value.getKey() + " `" + value.getValue() + "`")
              .collect(Collectors.joining(", "));
      return given.isEmpty()
          ? name + " always has " + made
          : name + " with " + given + " has " + made;
    }
  }

  /** Where attributes stand in a key several times, the search branches. */
  private static final int MOST_SEARCHES = 100;

  private final List<KeyValues> left;
  private final List<KeyValues> right;
  private final Lengths lengths;
  private int searches;

  private KeyOverlap(List<KeyValues> left, List<KeyValues> right, Lengths lengths) {
    this.left = left;
    this.right = right;
    this.lengths = lengths;
  }

  /** Compares two entities' fillings of one key. */
  public static Answer of(EntityKey left, EntityKey right) {
    return of(KeyValues.of(left), KeyValues.of(right));
  }

  /** Compares what a key condition finds with an entity's filling of the same key. */
  public static Answer of(List<KeyValues> condition, EntityKey right) {
    return of(condition, KeyValues.of(right));
  }

  /** Compares what may stand in the same key attributes. */
  public static Answer of(List<KeyValues> left, List<KeyValues> right) {
    if (differAtOnce(left, right)) {
      return Answer.without(Verdict.DISJOINT);
    }
    Answer declared = new KeyOverlap(left, right, Lengths.DECLARED).search(Map.of(), Map.of());
    if (declared.verdict() != Verdict.DISJOINT) {
      return declared;
    }
    Answer any = new KeyOverlap(left, right, Lengths.ANY).search(Map.of(), Map.of());
    return Answer.without(any.verdict() == Verdict.DISJOINT ? Verdict.DISJOINT : Verdict.UNKNOWN);
  }

  /** Most keys of a table begin with different texts: that needs no search. */
  private static boolean differAtOnce(List<KeyValues> left, List<KeyValues> right) {
    for (int i = 0; i < left.size(); i++) {
      String ours = left.get(i).lead();
      String theirs = right.get(i).lead();
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
    List<Occurrence> ours = new ArrayList<>();
    List<Occurrence> theirs = new ArrayList<>();
    for (int i = 0; i < left.size(); i++) {
      Optional<Witness> witness = witness(i, leftFixed, rightFixed);
      if (witness.isEmpty()) {
        return Answer.without(Verdict.DISJOINT);
      }
      int column = i;
      key.put(left.get(i).key().name(), witness.get().text());
      witness.get().left().forEach(value -> ours.add(new Occurrence(column, value)));
      witness.get().right().forEach(value -> theirs.add(new Occurrence(column, value)));
    }
    Optional<Conflict> ourConflict = Conflict.among(ours);
    if (ourConflict.isPresent()) {
      return new Retry(left, right, leftFixed, rightFixed, true).resolve(ourConflict.get());
    }
    Optional<Conflict> theirConflict = Conflict.among(theirs);
    if (theirConflict.isPresent()) {
      return new Retry(right, left, rightFixed, leftFixed, false).resolve(theirConflict.get());
    }
    boolean isPossible =
        Stream.concat(ours.stream(), theirs.stream())
            .allMatch(occurrence -> PossibleValue.is(occurrence.value(), lengths));
    return isPossible
        ? new Answer(Verdict.EQUAL, key, values(ours), values(theirs))
        : Answer.without(Verdict.UNKNOWN);
  }

  private Optional<Witness> witness(
      int column, Map<String, String> leftFixed, Map<String, String> rightFixed) {
    KeyValues ours = left.get(column);
    KeyValues theirs = right.get(column);
    return switch (ours.key().type()) {
      case STRING ->
          Intersection.of(
              KeyLanguage.of(ours, leftFixed, lengths),
              KeyLanguage.of(theirs, rightFixed, lengths));
      case NUMBER -> PlainValues.numbers(ours, leftFixed, theirs, rightFixed);
      case BINARY -> new PlainValues(lengths).bytes(ours, leftFixed, theirs, rightFixed);
    };
  }

  /** Looks for one value in both places, on behalf of one of the two entities. */
  private final class Retry {
    private final List<KeyValues> own;
    private final List<KeyValues> other;
    private final Map<String, String> ownFixed;
    private final Map<String, String> otherFixed;
    private final boolean isLeft;

    Retry(
        List<KeyValues> own,
        List<KeyValues> other,
        Map<String, String> ownFixed,
        Map<String, String> otherFixed,
        boolean isLeft) {
      this.own = own;
      this.other = other;
      this.ownFixed = ownFixed;
      this.otherFixed = otherFixed;
      this.isLeft = isLeft;
    }

    Answer resolve(Conflict conflict) {
      String name = conflict.first().value().place().attribute().name();
      if (ownFixed.containsKey(name) || ++searches > MOST_SEARCHES) {
        return Answer.without(Verdict.UNKNOWN);
      }
      HolePlace first = conflict.first().value().place();
      HolePlace second = conflict.second().value().place();
      List<String> candidates = new ArrayList<>();
      boolean isText = isText(conflict.first().column()) && isText(conflict.second().column());
      if (isText && first.function().equals(second.function())) {
        Optional<Witness> common =
            Intersection.of(values(conflict.first()), values(conflict.second()));
        if (common.isEmpty()) {
          return Answer.without(Verdict.DISJOINT);
        }
        candidates.add(first.value(common.get().text()));
      }
      candidates.add(conflict.first().value().value());
      if (second.holdsValue()) {
        candidates.add(conflict.second().value().value());
      }
      return tryAll(name, candidates);
    }

    private Answer tryAll(String name, List<String> candidates) {
      for (String candidate : candidates) {
        Map<String, String> fixed = new LinkedHashMap<>(ownFixed);
        fixed.put(name, candidate);
        if (isAllowed(name, candidate, own)) {
          Answer answer = isLeft ? search(fixed, otherFixed) : search(otherFixed, fixed);
          if (answer.verdict() == Verdict.EQUAL) {
            return answer;
          }
        }
      }
      return Answer.without(Verdict.UNKNOWN);
    }

    private boolean isText(int column) {
      return own.get(column).key().type() == KeyType.STRING;
    }

    private KeyLanguage values(Occurrence occurrence) {
      int column = occurrence.column();
      return HoleValues.of(
          KeyLanguage.of(own.get(column), ownFixed, lengths),
          KeyLanguage.of(other.get(column), otherFixed, lengths),
          occurrence.value().piece());
    }
  }

  /** Whether every hole of the attribute takes the value. */
  private static boolean isAllowed(String name, String value, List<KeyValues> key) {
    return key.stream()
        .flatMap(KeyValues::holes)
        .filter(hole -> hole.attribute().name().equals(name))
        .allMatch(
            hole ->
                hole.function().isPresent()
                    || hole.delimiter().isEmpty()
                    || value.indexOf(hole.delimiter().get()) < 0
                    || !(hole.attribute().type() instanceof StringType));
  }

  private static Map<String, String> values(List<Occurrence> occurrences) {
    Map<String, String> byName = new LinkedHashMap<>();
    for (Occurrence occurrence : occurrences) {
      byName.put(occurrence.value().place().name(), occurrence.value().value());
    }
    return byName;
  }
}
