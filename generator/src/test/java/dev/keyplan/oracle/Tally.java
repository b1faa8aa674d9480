package dev.keyplan.oracle;

import java.util.Map;
import java.util.TreeMap;

/** How often what happened: a comparison of nothing but refusals and empty answers says little. */
final class Tally {
  private final Map<String, Integer> counts = new TreeMap<>();

  void add(String what) {
    counts.merge(what, 1, Integer::sum);
  }

  int of(String what) {
    return counts.getOrDefault(what, 0);
  }

  @Override
  public String toString() {
    return counts.toString();
  }
}
