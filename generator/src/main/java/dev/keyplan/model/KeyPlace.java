package dev.keyplan.model;

import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * The place of a value that items hold in the text of a key alone: what <code>copies none</code> on
 * a table makes of a hole from which the value can be read back.
 *
 * @param key the key attribute
 * @param template the form of its text
 * @param index which hole it is, from 0
 */
public record KeyPlace(KeyAttribute key, KeyTemplate template, int index) {

  /** That of an attribute; empty if it is stored as an attribute of its own. */
  static Optional<KeyPlace> of(Entity entity, Attribute attribute) {
    if (entity.table().hasCopies() || isOnItsOwn(entity, attribute)) {
      return Optional.empty();
    }
    return Stream.concat(
            entity.key().parts().stream(),
            entity.indexKeys().stream()
                .filter(key -> isWrittenWith(key, attribute))
                .map(IndexKey::part))
        .flatMap(part -> in(part, attribute).stream())
        .findFirst();
  }

  /** A value that others look for by the attribute's name. */
  private static boolean isOnItsOwn(Entity entity, Attribute attribute) {
    return attribute.has(Trait.VERSION)
        || entity.guarded().contains(attribute)
        || entity.expiry().filter(attribute::equals).isPresent()
        || keys(entity)
            .map(EntityKey.Part::filling)
            .anyMatch(
                filling ->
                    filling instanceof Filling.FromAttribute from
                        && from.attribute().equals(attribute));
  }

  private static Stream<EntityKey.Part> keys(Entity entity) {
    return Stream.concat(
        entity.key().parts().stream(),
        entity.indexes().stream().flatMap(membership -> membership.key().parts().stream()));
  }

  /** Whether every item that has the attribute has the key: else its value would be lost. */
  private static boolean isWrittenWith(IndexKey key, Attribute attribute) {
    Facts facts = attribute.isOptional() ? Facts.NONE.withPresent(attribute) : Facts.NONE;
    return key.isWritten(facts) == Facts.Truth.TRUE;
  }

  /** Where the text of a key attribute holds a value, if it can be read from there. */
  public static Optional<KeyPlace> readable(EntityKey.Part part, Attribute attribute) {
    return in(part, attribute, KeyTemplate.Hole::holdsValue);
  }

  private static Optional<KeyPlace> in(EntityKey.Part part, Attribute attribute) {
    return in(part, attribute, hole -> hole.function().isEmpty() || hole.isEscaped());
  }

  private static Optional<KeyPlace> in(
      EntityKey.Part part, Attribute attribute, Predicate<KeyTemplate.Hole> isReadable) {
    if (!(part.filling() instanceof Filling.FromTemplate from) || !from.template().isReadable()) {
      return Optional.empty();
    }
    List<KeyTemplate.Hole> holes = from.template().holes();
    for (int i = 0; i < holes.size(); i++) {
      if (holes.get(i).attribute().equals(attribute) && isReadable.test(holes.get(i))) {
        return Optional.of(new KeyPlace(part.key(), from.template(), i));
      }
    }
    return Optional.empty();
  }
}
