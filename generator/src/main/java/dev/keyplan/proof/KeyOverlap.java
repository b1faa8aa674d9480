package dev.keyplan.proof;

import dev.keyplan.model.Attribute;
import dev.keyplan.model.AttributeType.BinaryType;
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
import java.util.OptionalInt;
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
  }

  /** Where attributes stand in a key several times, the search branches. */
  private static final int MOST_SEARCHES = 100;

  /** In bytes; what DynamoDB takes for a partition key. */
  private static final int LONGEST_KEY = 2048;

  private final EntityKey left;
  private final EntityKey right;
  private final Lengths lengths;
  private int searches;

  private KeyOverlap(EntityKey left, EntityKey right, Lengths lengths) {
    this.left = left;
    this.right = right;
    this.lengths = lengths;
  }

  /** Compares two entities' fillings of one key. */
  public static Answer of(EntityKey left, EntityKey right) {
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
    List<Occurrence> ours = new ArrayList<>();
    List<Occurrence> theirs = new ArrayList<>();
    for (int i = 0; i < left.parts().size(); i++) {
      Optional<Witness> witness = witness(i, leftFixed, rightFixed);
      if (witness.isEmpty()) {
        return Answer.without(Verdict.DISJOINT);
      }
      int column = i;
      key.put(left.parts().get(i).key().name(), witness.get().text());
      witness.get().left().forEach(value -> ours.add(new Occurrence(column, value)));
      witness.get().right().forEach(value -> theirs.add(new Occurrence(column, value)));
    }
    Optional<Conflict> ourConflict = conflict(ours);
    if (ourConflict.isPresent()) {
      return new Retry(left, right, leftFixed, rightFixed, true).resolve(ourConflict.get());
    }
    Optional<Conflict> theirConflict = conflict(theirs);
    if (theirConflict.isPresent()) {
      return new Retry(right, left, rightFixed, leftFixed, false).resolve(theirConflict.get());
    }
    boolean isPossible =
        Stream.concat(ours.stream(), theirs.stream())
            .allMatch(occurrence -> isPossible(occurrence.value()));
    return isPossible
        ? new Answer(Verdict.EQUAL, key, values(ours), values(theirs))
        : Answer.without(Verdict.UNKNOWN);
  }

  private Optional<Witness> witness(
      int column, Map<String, String> leftFixed, Map<String, String> rightFixed) {
    EntityKey.Part ours = left.parts().get(column);
    EntityKey.Part theirs = right.parts().get(column);
    return switch (ours.key().type()) {
      case STRING ->
          Intersection.of(
              KeyLanguage.of(ours.filling(), leftFixed, lengths),
              KeyLanguage.of(theirs.filling(), rightFixed, lengths));
      case NUMBER -> numbers(ours.filling(), leftFixed, theirs.filling(), rightFixed);
      case BINARY -> bytes(ours.filling(), leftFixed, theirs.filling(), rightFixed);
    };
  }

  /** A value with the key attribute in whose text it stands. */
  private record Occurrence(int column, HoleValue value) {}

  /** An attribute that came out with two values. */
  private record Conflict(Occurrence first, Occurrence second) {}

  private static Optional<Conflict> conflict(List<Occurrence> occurrences) {
    Map<String, Occurrence> seen = new LinkedHashMap<>();
    for (Occurrence occurrence : occurrences) {
      Occurrence first = seen.putIfAbsent(occurrence.value().place().name(), occurrence);
      if (first != null && !first.value().value().equals(occurrence.value().value())) {
        return Optional.of(new Conflict(first, occurrence));
      }
    }
    return occurrences.stream()
        .filter(occurrence -> !occurrence.value().place().holdsValue())
        .flatMap(
            part ->
                Optional.ofNullable(seen.get(part.value().place().attribute().name()))
                    .filter(whole -> !agree(whole.value(), part.value()))
                    .map(whole -> new Conflict(whole, part))
                    .stream())
        .findFirst();
  }

  /** Whether a bucket or a shard is that of a value. */
  private static boolean agree(HoleValue whole, HoleValue part) {
    return part.place().text(whole.value()).equals(part.text());
  }

  /** Looks for one value in both places, on behalf of one of the two entities. */
  private final class Retry {
    private final EntityKey own;
    private final EntityKey other;
    private final Map<String, String> ownFixed;
    private final Map<String, String> otherFixed;
    private final boolean isLeft;

    Retry(
        EntityKey own,
        EntityKey other,
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
      return own.parts().get(column).key().type() == KeyType.STRING;
    }

    private KeyLanguage values(Occurrence occurrence) {
      Filling ours = own.parts().get(occurrence.column()).filling();
      Filling theirs = other.parts().get(occurrence.column()).filling();
      return HoleValues.of(
          KeyLanguage.of(ours, ownFixed, lengths),
          KeyLanguage.of(theirs, otherFixed, lengths),
          occurrence.value().piece());
    }
  }

  /** Whether every hole of the attribute takes the value. */
  private static boolean isAllowed(String name, String value, EntityKey key) {
    return key.parts().stream()
        .map(EntityKey.Part::filling)
        .filter(Filling.FromTemplate.class::isInstance)
        .flatMap(filling -> ((Filling.FromTemplate) filling).template().parts().stream())
        .filter(KeyTemplate.Hole.class::isInstance)
        .map(KeyTemplate.Hole.class::cast)
        .filter(hole -> hole.attribute().name().equals(name))
        .allMatch(
            hole ->
                hole.function().isPresent()
                    || hole.delimiter().isEmpty()
                    || value.indexOf(hole.delimiter().get()) < 0
                    || !(hole.attribute().type() instanceof StringType));
  }

  /** Whether a value that fits the language also fits the type, which says more. */
  private boolean isPossible(HoleValue value) {
    if (!value.place().holdsValue()) {
      return true;
    }
    String text = value.value();
    return switch (value.place().attribute().type().kind()) {
      case STRING -> {
        if (lengths == Lengths.ANY) {
          yield true;
        }
        StringType type = (StringType) value.place().attribute().type();
        int length = text.codePointCount(0, text.length());
        yield length >= type.minimumLength()
            && length <= type.maximumLength().orElse(Integer.MAX_VALUE);
      }
      case TIMESTAMP -> isTime(text);
      case EPOCH -> value.place().text(text).equals(value.text());
      case DATE -> isTime(text + "T00:00:00Z");
      default ->
          true;
    };
  }

  private static boolean isTime(String text) {
    try {
      return Instant.parse(text).toEpochMilli() != Long.MIN_VALUE;
    } catch (DateTimeException noSuchDay) {
      return false;
    }
  }

  private static Map<String, String> values(List<Occurrence> occurrences) {
    Map<String, String> byName = new LinkedHashMap<>();
    for (Occurrence occurrence : occurrences) {
      byName.put(occurrence.value().place().name(), occurrence.value().value());
    }
    return byName;
  }

  /** Numbers are compared as numbers: two ranges have one in common, or not. */
  private static Optional<Witness> numbers(
      Filling left, Map<String, String> leftFixed, Filling right, Map<String, String> rightFixed) {
    Attribute ours = ((Filling.FromAttribute) left).attribute();
    Attribute theirs = ((Filling.FromAttribute) right).attribute();
    return range(ours, leftFixed)
        .common(range(theirs, rightFixed))
        .map(NumberRange::example)
        .map(text -> witness(text, ours, theirs));
  }

  private static Witness witness(String text, Attribute ours, Attribute theirs) {
    return new Witness(text, List.of(value(ours, text)), List.of(value(theirs, text)));
  }

  private static HoleValue value(Attribute attribute, String text) {
    return new HoleValue(new HolePlace(attribute, Optional.empty(), false), 0, text);
  }

  /** Bytes are only told apart by their number; examples are zeros in hexadecimal digits. */
  private Optional<Witness> bytes(
      Filling left, Map<String, String> leftFixed, Filling right, Map<String, String> rightFixed) {
    Attribute ours = ((Filling.FromAttribute) left).attribute();
    Attribute theirs = ((Filling.FromAttribute) right).attribute();
    BinaryType ourLengths = lengths(ours, leftFixed);
    BinaryType theirLengths = lengths(theirs, rightFixed);
    int low = Math.max(1, Math.max(ourLengths.minimumLength(), theirLengths.minimumLength()));
    int high =
        Math.min(
            ourLengths.maximumLength().orElse(LONGEST_KEY),
            theirLengths.maximumLength().orElse(LONGEST_KEY));
    return low <= Math.min(high, LONGEST_KEY)
        ? Optional.of(witness("00".repeat(low), ours, theirs))
        : Optional.empty();
  }

  private BinaryType lengths(Attribute attribute, Map<String, String> fixed) {
    String value = fixed.get(attribute.name());
    if (value == null && lengths == Lengths.ANY) {
      return new BinaryType(0, OptionalInt.empty());
    }
    return value == null
        ? (BinaryType) attribute.type()
        : new BinaryType(value.length() / 2, OptionalInt.of(value.length() / 2));
  }

  private static NumberRange range(Attribute attribute, Map<String, String> fixed) {
    String value = fixed.get(attribute.name());
    return value == null ? NumberRange.of(attribute.type()) : NumberRange.exactly(value);
  }
}
