package dev.keyplan.emit.java;

import com.palantir.javapoet.ClassName;
import dev.keyplan.model.Entity;
import dev.keyplan.model.ItemCollection;
import dev.keyplan.model.ReadPattern;
import dev.keyplan.model.Selection;

/**
 * What a read returns.
 *
 * @param type of a result
 * @param codec the class that reads one
 */
record ResultTypes(ClassName type, ClassName codec) {
  static ResultTypes of(ReadPattern pattern) {
    Entity entity = pattern.entities().get(0);
    EntityTypes types = JavaContext.types(entity);
    return pattern
        .selection()
        .map(selection -> of(entity, selection))
        .or(() -> pattern.collection().map(collection -> of(entity, collection)))
        .orElse(new ResultTypes(types.entity(), types.codec()));
  }

  /** A collection's types are beside those of its first entity. */
  static ResultTypes of(Entity first, ItemCollection collection) {
    return named(first, collection.name());
  }

  /** A selection's types are beside those of the entity. */
  static ResultTypes of(Entity entity, Selection selection) {
    return named(entity, selection.name());
  }

  private static ResultTypes named(Entity beside, String name) {
    String packageName = beside.name().namespace();
    return new ResultTypes(
        ClassName.get(packageName, name), ClassName.get(packageName, name + "Codec"));
  }
}
