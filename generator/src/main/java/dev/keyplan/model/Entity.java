package dev.keyplan.model;

import dev.keyplan.source.Span;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * A kind of item.
 *
 * @param typeValue what the table's type attribute holds for its items
 * @param formerTypes what it may hold, too: the items were written when it was called so
 * @param attributes in declaration order
 * @param key how it fills the table's key
 * @param indexes the indexes it is in, in declaration order
 * @param uniques what no two of its items share, besides the key
 * @param builtIns the methods of its repository that no pattern states
 * @param volume how many items there are, if the model says so
 * @param span of the name
 * @param indexKeys the key attributes that its items have for the sake of indexes alone: what the
 *     indexes say, worked out once, since every phase asks for it
 */
public record Entity(
    DefinitionName name,
    Optional<String> documentation,
    Table table,
    String typeValue,
    List<FormerType> formerTypes,
    List<Attribute> attributes,
    EntityKey key,
    List<IndexMembership> indexes,
    List<Unique> uniques,
    Set<BuiltInMethod> builtIns,
    Optional<Quantity> volume,
    Span span,
    List<IndexKey> indexKeys) {
  public Entity {
    formerTypes = List.copyOf(formerTypes);
    attributes = List.copyOf(attributes);
    indexes = List.copyOf(indexes);
    uniques = List.copyOf(uniques);
    builtIns = Set.copyOf(builtIns);
    indexKeys = List.copyOf(indexKeys);
  }

  /** An entity with these indexes. */
  public Entity(
      DefinitionName name,
      Optional<String> documentation,
      Table table,
      String typeValue,
      List<FormerType> formerTypes,
      List<Attribute> attributes,
      EntityKey key,
      List<IndexMembership> indexes,
      List<Unique> uniques,
      Set<BuiltInMethod> builtIns,
      Optional<Quantity> volume,
      Span span) {
    this(
        name,
        documentation,
        table,
        typeValue,
        formerTypes,
        attributes,
        key,
        indexes,
        uniques,
        builtIns,
        volume,
        span,
        IndexKey.of(table, indexes));
  }

  /** All that the type attribute of its items may hold, what is written today first. */
  public List<String> typeValues() {
    return Stream.concat(Stream.of(typeValue), formerTypes.stream().map(FormerType::text)).toList();
  }

  public Optional<Attribute> attribute(String attributeName) {
    return attributes.stream().filter(a -> a.name().equals(attributeName)).findFirst();
  }

  /** The attributes marked {@code @id}; without any, those of the key. */
  public List<Attribute> identity() {
    List<Attribute> marked = attributes.stream().filter(a -> a.has(Trait.ID)).toList();
    return marked.isEmpty() ? key.attributes() : marked;
  }

  /** The attribute that counts the writes of an item. */
  public Optional<Attribute> version() {
    return attributes.stream().filter(a -> a.has(Trait.VERSION)).findFirst();
  }

  /** The attribute that holds the time of the last write. */
  public Optional<Attribute> touched() {
    return attributes.stream().filter(a -> a.has(Trait.TOUCH)).findFirst();
  }

  /** Whether changes are given the item as it was read, and demand that it still is so. */
  public boolean isChangedAsRead() {
    return version().isPresent() || !uniques.isEmpty();
  }

  /** The attributes that stand in guard items: unique values, and the time when an item expires. */
  public List<Attribute> guarded() {
    if (uniques.isEmpty()) {
      return List.of();
    }
    Stream<Attribute> expiry = expiry().stream();
    Stream<Attribute> values = uniques.stream().flatMap(unique -> unique.attributes().stream());
    return Stream.concat(values, expiry).distinct().toList();
  }

  /** The attribute with the time when an item expires. */
  public Optional<Attribute> expiry() {
    return table
        .settings()
        .timeToLive()
        .flatMap(
            ttl ->
                attributes.stream()
                    .filter(a -> a.storedName().equals(ttl.attribute()))
                    .findFirst());
  }

  /** The same, if all of its items expire. */
  public Optional<Attribute> certainExpiry() {
    return expiry().filter(attribute -> !attribute.mayBeAbsent());
  }

  /** Whether an attribute, as it is stored, is a key attribute of an index that it is in. */
  public boolean isStoredAsIndexKey(Attribute attribute) {
    return indexes.stream()
        .flatMap(membership -> membership.key().parts().stream())
        .anyMatch(part -> part.isStored() && part.filling().attributes().contains(attribute));
  }

  /** Where the text of a key holds an attribute that is not stored as one of its own. */
  public Optional<KeyPlace> keyPlace(Attribute attribute) {
    return KeyPlace.of(this, attribute);
  }

  /** The attributes that items hold under their own names. */
  public List<Attribute> stored() {
    return attributes.stream().filter(attribute -> keyPlace(attribute).isEmpty()).toList();
  }

  /** The name of what holds an attribute's value: its own, or that of the key it is in. */
  public String nameOfHolder(Attribute attribute) {
    return keyPlace(attribute).map(place -> place.key().name()).orElse(attribute.storedName());
  }

  public Optional<IndexMembership> membership(Index index) {
    for (IndexMembership membership : indexes) {
      if (membership.index().name().equals(index.name())) {
        return Optional.of(membership);
      }
    }
    return Optional.empty();
  }
}
