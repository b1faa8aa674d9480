package dev.keyplan.model;

import dev.keyplan.source.Span;
import java.util.List;
import java.util.Optional;

/**
 * A kind of item.
 *
 * @param typeValue what the table's type attribute holds for its items
 * @param attributes in declaration order
 * @param key how it fills the table's key
 * @param indexes the indexes it is in, in declaration order
 * @param volume how many items there are, if the model says so
 * @param span of the name
 */
public record Entity(
    DefinitionName name,
    Optional<String> documentation,
    Table table,
    String typeValue,
    List<Attribute> attributes,
    EntityKey key,
    List<IndexMembership> indexes,
    Optional<Quantity> volume,
    Span span) {
  public Entity {
    attributes = List.copyOf(attributes);
    indexes = List.copyOf(indexes);
  }

  public Optional<Attribute> attribute(String attributeName) {
    return attributes.stream().filter(a -> a.name().equals(attributeName)).findFirst();
  }

  /** The attributes marked {@code @id}; without any, those of the key. */
  public List<Attribute> identity() {
    List<Attribute> marked = attributes.stream().filter(a -> a.has(Trait.ID)).toList();
    return marked.isEmpty() ? key.attributes() : marked;
  }

  /** The key attributes that its items have for the sake of indexes alone. */
  public List<IndexKey> indexKeys() {
    return IndexKey.of(this);
  }

  /** Whether an attribute, as it is stored, is a key attribute of an index that it is in. */
  public boolean isStoredAsIndexKey(Attribute attribute) {
    return indexes.stream()
        .flatMap(membership -> membership.key().parts().stream())
        .anyMatch(part -> part.isStored() && part.filling().attributes().contains(attribute));
  }

  public Optional<IndexMembership> membership(Index index) {
    return indexes.stream().filter(m -> m.index().name().equals(index.name())).findFirst();
  }
}
