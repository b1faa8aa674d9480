package dev.keyplan.oracle;

import dev.keyplan.oracle.ModelSpec.EntitySpec;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Which item has a unique value: the one that was stored with it, until it has expired and another
 * one takes it. What is deleted gives back what it still has.
 */
final class Holds {
  private final Optional<String> expiry;
  private final Map<List<Object>, Hold> all = new LinkedHashMap<>();

  /**
   * One value of one item.
   *
   * @param end when the item expires
   */
  private record Hold(List<Object> owner, Optional<Object> end) {
    boolean isOver() {
      return end.filter(time -> !((Instant) time).isAfter(Oracle.NOW)).isPresent();
    }
  }

  Holds(Optional<String> expiry) {
    this.expiry = expiry;
  }

  void addAll(Holds other) {
    all.putAll(other.all);
  }

  int size() {
    return all.size();
  }

  /** How many will be over at some time. */
  int expiring() {
    return (int) all.values().stream().filter(hold -> hold.end().isPresent()).count();
  }

  private Map<List<Object>, Hold> of(EntitySpec entity, Optional<Map<String, Object>> item) {
    Map<List<Object>, Hold> holds = new LinkedHashMap<>();
    for (List<String> unique : entity.uniques()) {
      item.filter(i -> i.keySet().containsAll(unique))
          .ifPresent(
              i ->
                  holds.put(
                      List.of(entity.name(), unique, unique.stream().map(i::get).toList()),
                      new Hold(Oracle.key(entity, i), expiry.map(i::get))));
    }
    return holds;
  }

  /**
   * Gives an item what it will have; does nothing if another one has it.
   *
   * @param mayLeave whether what it had and another one has by now is left to that one
   */
  boolean change(
      EntitySpec entity,
      Optional<Map<String, Object>> item,
      Optional<Map<String, Object>> changed,
      boolean mayLeave) {
    Map<List<Object>, Hold> before = of(entity, item);
    Map<List<Object>, Hold> after = of(entity, changed);
    Map<List<Object>, Hold> next = new LinkedHashMap<>(all);
    for (Map.Entry<List<Object>, Hold> taken : after.entrySet()) {
      Hold own = before.get(taken.getKey());
      Hold there = all.get(taken.getKey());
      if (taken.getValue().equals(own)) {
        continue;
      }
      if (there != null && !there.isOver() && !isOf(there, own)) {
        return false;
      }
      next.put(taken.getKey(), taken.getValue());
    }
    for (Map.Entry<List<Object>, Hold> left : before.entrySet()) {
      Hold there = all.get(left.getKey());
      if (after.containsKey(left.getKey()) || there == null) {
        continue;
      }
      if (isOf(there, left.getValue())) {
        next.remove(left.getKey());
      } else if (!mayLeave) {
        return false;
      }
    }
    all.clear();
    all.putAll(next);
    return true;
  }

  private static boolean isOf(Hold there, Hold own) {
    return own != null && there.owner().equals(own.owner());
  }
}
