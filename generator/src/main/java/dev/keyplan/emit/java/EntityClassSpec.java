package dev.keyplan.emit.java;

import dev.keyplan.model.Entity;
import dev.keyplan.source.SourceFile;

/** What the specs of an entity's classes have in common. */
abstract class EntityClassSpec implements ClassSpec {
  final JavaContext context;
  final Entity entity;
  final EntityTypes types;

  EntityClassSpec(JavaContext context, Entity entity) {
    this.context = context;
    this.entity = entity;
    this.types = JavaContext.types(entity);
  }

  @Override
  public final SourceFile source() {
    return entity.span().file();
  }
}
