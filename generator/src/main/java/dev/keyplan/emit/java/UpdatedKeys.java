package dev.keyplan.emit.java;

import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.MethodSpec;
import dev.keyplan.emit.java.IndexKeyGroups.Group;
import dev.keyplan.model.Attribute;
import dev.keyplan.model.Entity;
import dev.keyplan.model.Facts;
import dev.keyplan.naming.JavaNames;
import java.util.function.Function;

/** What an update writes of the attributes of index keys, and of these keys. */
final class UpdatedKeys {
  private final JavaContext context;
  private final Entity entity;
  private final KeyFunctions functions;

  UpdatedKeys(JavaContext context, Entity entity) {
    this.context = context;
    this.entity = entity;
    this.functions = context.keyFunctions(entity);
  }

  /**
   * Whether the text of an index key is all there is of it: then nobody can ask whether it changed.
   */
  boolean isHeldInKey(Attribute attribute) {
    return entity.keyPlace(attribute).isPresent();
  }

  /** A value that only a key is made of, whose limits nothing else would check. */
  CodeBlock checked(Attribute attribute, CodeBlock value) {
    return isHeldInKey(attribute)
        ? context
            .mapping()
            .check(attribute.type(), JavaNames.component(attribute.name()), value)
            .orElse(value)
        : value;
  }

  /** What an attribute of an index key is written as; DynamoDB takes no empty keys. */
  CodeBlock written(Attribute attribute, CodeBlock value) {
    String name = JavaNames.component(attribute.name());
    return entity.isStoredAsIndexKey(attribute)
        ? context
            .mapping()
            .writeCheckedKey(
                attribute.type(), functions.isSortKey(attribute.storedName()), name, value)
        : context.mapping().writeChecked(attribute.type(), name, value);
  }

  /** The attributes of the group as they are given, and those of the primary key. */
  static AttributeValues values(
      Group group,
      MethodSpec.Builder method,
      Function<Attribute, CodeBlock> value,
      Function<Attribute, CodeBlock> presence) {
    CodeBlock key = new LocalNames(method.build().parameters()).field("key");
    return new AttributeValues(
        attribute ->
            group.attributes().contains(attribute)
                ? value.apply(attribute)
                : CodeBlock.of("$L.$L()", key, JavaNames.component(attribute.name())),
        presence);
  }

  /** Writes the index keys that the change concerns, or removes them. */
  CodeBlock indexKeys(Group group, CodeBlock field, Facts facts, AttributeValues values) {
    return new IndexKeyCode(
            facts,
            values,
            context.support(),
            key ->
                CodeBlock.builder()
                    .addStatement(
                        "$L.set($S, $L)",
                        field,
                        key.part().key().name(),
                        functions.value(key.part(), values.value()))
                    .build(),
            key ->
                CodeBlock.builder()
                    .addStatement("$L.remove($S)", field, key.part().key().name())
                    .build())
        .of(group.keys());
  }
}
