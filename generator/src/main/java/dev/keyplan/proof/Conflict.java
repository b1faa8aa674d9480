package dev.keyplan.proof;

import dev.keyplan.proof.Intersection.HoleValue;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** An attribute of one item that came out with two values. */
record Conflict(Occurrence first, Occurrence second) {

  /** A value with the key attribute in whose text it stands. */
  record Occurrence(int column, HoleValue value) {}

  /** The first of an item, if there is one. */
  static Optional<Conflict> among(List<Occurrence> occurrences) {
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
}
