package dev.keyplan.model;

import dev.keyplan.source.Span;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * An entity's place in an index.
 *
 * @param key how all key attributes of the index are filled, including those that the primary key
 *     or stored attributes fill
 * @param when which items are in the index; all that have what its key is made of if empty
 * @param span of the index's name in the entity
 */
public record IndexMembership(Index index, EntityKey key, Optional<When> when, Span span) {
  /** All items that have what the key is made of. */
  public IndexMembership(Index index, EntityKey key, Span span) {
    this(index, key, Optional.empty(), span);
  }

  /**
   * What must hold of an item that is in the index; it has no parameters.
   *
   * @param span of the condition
   */
  public record When(Condition condition, Span span) {}

  /** The attributes without which an item is not in the index. */
  public List<Attribute> optionalAttributes() {
    List<Attribute> optional = new ArrayList<>();
    for (Attribute attribute : key.attributes()) {
      if (attribute.isOptional()) {
        optional.add(attribute);
      }
    }
    return optional;
  }

  /** Whether some items are not in the index. */
  public boolean isSparse() {
    return when.isPresent() || !optionalAttributes().isEmpty();
  }

  /** The attributes that say whether an item is in the index, and where; each once. */
  public List<Attribute> attributes() {
    Set<Attribute> attributes = new LinkedHashSet<>(key.attributes());
    when.ifPresent(w -> w.condition().terms().forEach(term -> attributes.add(term.attribute())));
    return List.copyOf(attributes);
  }

  /** What is known of every item that is in the index. */
  public Facts facts() {
    Facts facts = Facts.NONE;
    for (Attribute attribute : optionalAttributes()) {
      facts = facts.withPresent(attribute);
    }
    return when.isPresent() ? facts.with(when.get().condition()) : facts;
  }
}
