package dev.keyplan.proof;

import dev.keyplan.model.Filling;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;

/**
 * Whatever fills a key attribute, arranged by the literal text that it begins with there. Only what
 * begins alike can have the same text, and is found without looking at the others: a design may
 * have a thousand entities in one table.
 */
public final class LeadIndex<T> {
  private final NavigableMap<String, List<T>> byLead = new TreeMap<>();

  public void add(Filling filling, T owner) {
    byLead.computeIfAbsent(KeyOverlap.lead(filling), lead -> new ArrayList<>()).add(owner);
  }

  /** All that begin as this filling does, as far as the shorter of the two texts goes. */
  public List<T> alike(Filling filling) {
    String lead = KeyOverlap.lead(filling);
    List<T> found = new ArrayList<>();
    for (int length = 0; length < lead.length(); length++) {
      found.addAll(byLead.getOrDefault(lead.substring(0, length), List.of()));
    }
    for (Map.Entry<String, List<T>> entry : byLead.tailMap(lead, true).entrySet()) {
      if (!entry.getKey().startsWith(lead)) {
        break;
      }
      found.addAll(entry.getValue());
    }
    return found;
  }
}
