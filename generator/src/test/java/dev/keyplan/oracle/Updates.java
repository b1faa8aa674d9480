package dev.keyplan.oracle;

import dev.keyplan.oracle.ModelSpec.EntitySpec;
import dev.keyplan.oracle.PatternSpec.Change;
import dev.keyplan.oracle.Refusals.Answer;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** What several changes make of an item; nothing if one of them is not possible. */
final class Updates {
  private Updates() {}

  /** All at once, each of what is stored: as DynamoDB makes them. */
  static Optional<Map<String, Object>> atOnce(
      EntitySpec entity,
      Map<String, Object> old,
      List<Change> changes,
      Map<String, Object> arguments) {
    List<Change> ordered = new ArrayList<>(changes);
    // What is removed from lists goes last and from behind, so that indexes stay.
    ordered.sort(
        Comparator.comparing(Updates::isRemovedElement)
            .thenComparing(Change::attribute, Comparator.reverseOrder()));
    Map<String, Object> changed = new LinkedHashMap<>(old);
    for (Change change : ordered) {
      Optional<Map<String, Object>> next = with(entity, changed, old, change, arguments);
      if (next.isEmpty()) {
        return next;
      }
      changed = next.get();
    }
    return Optional.of(changed);
  }

  private static boolean isRemovedElement(Change change) {
    return change.kind() == Change.Kind.REMOVE && Paths.isElement(change.attribute());
  }

  /** One after the other: as they are made of an item that is known. */
  static Optional<Map<String, Object>> inTurn(
      EntitySpec entity, Map<String, Object> old, List<Change> changes) {
    Optional<Map<String, Object>> changed = Optional.of(old);
    for (Change change : changes) {
      changed = changed.flatMap(now -> with(entity, now, now, change, Map.of()));
    }
    return changed;
  }

  private static Optional<Map<String, Object>> with(
      EntitySpec entity,
      Map<String, Object> item,
      Map<String, Object> old,
      Change change,
      Map<String, Object> arguments) {
    String path = change.attribute();
    Changes.Result result = Changes.of(entity.attribute(path), old, change, arguments);
    return result.isPossible() && isReached(old, change) && !isEmptyKey(entity, change, result)
        ? Optional.of(Paths.with(item, path, result.value()))
        : Optional.empty();
  }

  /** No index is by an empty text; of a value of the caller it is known before. */
  private static boolean isEmptyKey(EntitySpec entity, Change change, Changes.Result result) {
    return change.operand().attribute().isPresent()
        && result.value().equals(Optional.of(""))
        && entity.indexes().stream().anyMatch(i -> i.attributes().contains(change.attribute()));
  }

  /** A change inside of something demands that it is there. */
  private static boolean isReached(Map<String, Object> old, Change change) {
    String path = change.attribute();
    boolean mustBeThere = Paths.isElement(path) && change.kind() != Change.Kind.REMOVE;
    return !Paths.isInside(path)
        || Paths.stored(old, mustBeThere ? path : Paths.parent(path)).isPresent();
  }

  /** Those that count, of which none is of a place that another one is of. */
  static List<Change> last(List<Change> changes, Set<String> set) {
    Map<String, Change> last = new LinkedHashMap<>();
    changes.forEach(change -> last.put(change.attribute(), change));
    last.keySet().removeAll(set);
    return List.copyOf(last.values());
  }

  /** Whether they can be told to DynamoDB together, before some attributes that are set. */
  static Answer together(List<Change> changes, Set<String> set) {
    List<String> changed = new ArrayList<>();
    for (Change change : changes) {
      String path = change.attribute();
      boolean isClash = changed.stream().anyMatch(p -> !p.equals(path) && Paths.overlap(p, path));
      if (isClash || (change.isRelative() && changed.contains(path))) {
        return Answer.YES;
      }
      changed.add(path);
    }
    boolean isInside =
        changed.stream()
            .anyMatch(path -> Paths.isInside(path) && set.contains(Paths.attribute(path)));
    return isInside ? Answer.YES : Answer.NO;
  }
}
