package dev.keyplan.emit.java;

import com.palantir.javapoet.ClassName;
import dev.keyplan.model.Entity;
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
        .orElse(new ResultTypes(types.entity(), types.item()));
  }

  /** A selection's types are beside those of the entity. */
  static ResultTypes of(Entity entity, Selection selection) {
    String packageName = entity.name().namespace();
    return new ResultTypes(
        ClassName.get(packageName, selection.name()),
        ClassName.get(packageName, selection.name() + "Item"));
  }
}
