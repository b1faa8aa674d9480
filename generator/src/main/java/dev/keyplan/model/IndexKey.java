package dev.keyplan.model;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * A key attribute that items have for the sake of indexes alone. Those of one index are written
 * together or not at all: half a key finds nothing, and is in the way of a later change.
 *
 * @param part what it holds
 * @param needed optional attributes, without one of which it is not written
 * @param condition what else must hold of the item
 */
public record IndexKey(EntityKey.Part part, List<Attribute> needed, Optional<Condition> condition) {
  public IndexKey {
    needed = List.copyOf(needed);
  }

  /** Those of an entity, in the order of its index lines. */
  static List<IndexKey> of(Table table, List<IndexMembership> indexes) {
    Map<String, IndexKey> keys = new LinkedHashMap<>();
    for (IndexMembership membership : indexes) {
      for (EntityKey.Part part : membership.key().parts()) {
        if (!part.isStored() && !table.key().contains(part.key().name())) {
          IndexKey key =
              new IndexKey(
                  part,
                  membership.optionalAttributes(),
                  membership.when().map(IndexMembership.When::condition));
          keys.merge(part.key().name(), key, IndexKey::shared);
        }
      }
    }
    return List.copyOf(keys.values());
  }

  /** A key attribute of several indexes is written for each of them, as far as it can be. */
  private IndexKey shared(IndexKey other) {
    boolean isAlike = needed.equals(other.needed) && condition.equals(other.condition);
    return isAlike
        ? this
        : new IndexKey(
            part,
            part.filling().attributes().stream().filter(Attribute::isOptional).distinct().toList(),
            Optional.empty());
  }

  /** Whether there may be items without it. */
  public boolean isSparse() {
    return !needed.isEmpty() || condition.isPresent();
  }

  /** Whether an item that this is known of has it. */
  public Facts.Truth isWritten(Facts facts) {
    List<Facts.Truth> truths = new ArrayList<>();
    needed.forEach(attribute -> truths.add(facts.has(attribute)));
    condition.ifPresent(c -> truths.add(facts.of(c)));
    return Facts.Truth.all(truths);
  }

  /** The attributes that say whether it is written, and what is written; each once. */
  public List<Attribute> attributes() {
    Set<Attribute> attributes = new LinkedHashSet<>(part.filling().attributes());
    attributes.addAll(needed);
    condition.ifPresent(c -> c.terms().forEach(term -> attributes.addAll(term.attributes())));
    return List.copyOf(attributes);
  }
}
