package dev.keyplan.resolve;

import static dev.keyplan.resolve.ResolutionError.NAME_NOT_SHARED;

import dev.keyplan.model.Entity;
import dev.keyplan.model.ItemCollection;
import dev.keyplan.naming.JavaNames;
import dev.keyplan.syntax.Name;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * What a read is about.
 *
 * @param entities that it names, or that it may find
 * @param ofKeys the names that a key condition and an order may use
 * @param ofItems the names that a filter and a selection may use
 * @param several what names mean, if there may be several entities
 */
record ReadSubject(
    List<Entity> entities,
    AttributeScope ofKeys,
    AttributeScope ofItems,
    Optional<CollectionNames> several) {

  /** The entities of the pattern, which know all of its names, and what these are there. */
  record Named(List<Entity> entities, Optional<ItemCollection> collection) {}

  static ReadSubject of(Entity entity) {
    AttributeScope attributes = AttributeScope.of(entity);
    return new ReadSubject(List.of(entity), attributes, attributes, Optional.empty());
  }

  static ReadSubject of(CollectionNames names) {
    return new ReadSubject(names.entities(), names.ofKeys(), names.ofItems(), Optional.of(names));
  }

  boolean isSeveral() {
    return several.isPresent();
  }

  /**
   * What the pattern is about.
   *
   * @param names those that its key condition and its order use
   * @param type the name of the collection, or of the pattern
   */
  Optional<Named> named(List<String> names, Name type, Reporter reporter) {
    if (several.isEmpty()) {
      return Optional.of(new Named(entities, Optional.empty()));
    }
    List<Entity> known = several.get().known(names);
    if (known.isEmpty()) {
      reporter.report(
          NAME_NOT_SHARED.at(
              type.span(),
              "no entity of the table has all of %s"
                  .formatted(
                      names.stream().map(n -> "`" + n + "`").collect(Collectors.joining(", ")))));
      return Optional.empty();
    }
    ItemCollection collection =
        several.get().collection(JavaNames.capitalised(type.text()), type.span(), names);
    return Optional.of(new Named(known, Optional.of(collection)));
  }
}
