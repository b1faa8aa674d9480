package dev.keyplan.emit.java;

import com.palantir.javapoet.ClassName;
import dev.keyplan.model.Entity;
import dev.keyplan.model.ItemCollection;
import dev.keyplan.naming.JavaNames;
import dev.keyplan.source.SourceFile;
import java.util.List;

/**
 * What patterns find together, as one type of Java.
 *
 * @param types of the collection
 * @param entities whose items they are
 */
record ItemCollectionType(ResultTypes types, List<Entity> entities, ItemCollection collection) {
  ItemCollectionType {
    entities = List.copyOf(entities);
  }

  ClassName type() {
    return types.type();
  }

  SourceFile source() {
    return collection.span().file();
  }

  boolean has(Entity entity) {
    return entities.stream().anyMatch(one -> one.name().equals(entity.name()));
  }

  /** Java lets nobody extend a sealed type from another package. */
  boolean isSealed() {
    return entities.stream()
        .allMatch(entity -> entity.name().namespace().equals(type().packageName()));
  }

  /** {@code a Customer or an Order}, with links. */
  String oneOf() {
    List<String> links = entities.stream().map(this::link).toList();
    int last = links.size() - 1;
    return last == 0
        ? links.get(0)
        : String.join(", ", links.subList(0, last)) + " or " + links.get(last);
  }

  private String link(Entity entity) {
    ClassName record = JavaContext.types(entity).entity();
    boolean isNear = record.packageName().equals(type().packageName());
    return "%s {@link %s}"
        .formatted(
            JavaNames.article(entity.name().name()),
            isNear ? record.simpleName() : record.canonicalName());
  }
}
