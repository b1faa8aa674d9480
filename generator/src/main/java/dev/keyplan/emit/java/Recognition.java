package dev.keyplan.emit.java;

import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.FieldSpec;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.TypeSpec;
import dev.keyplan.model.Entity;
import dev.keyplan.model.EntityKey;
import dev.keyplan.model.KeyType;
import dev.keyplan.naming.JavaNames;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Pattern;
import javax.lang.model.element.Modifier;

/**
 * Writes how items are told apart: by the type attribute, or, where the table has none, by the
 * texts of the primary key. What is none of the entities is not known.
 */
final class Recognition {
  private final JavaContext context;
  private final List<Entity> entities;
  private final Function<Entity, String> names;

  Recognition(JavaContext context, List<Entity> entities) {
    this(context, entities, entity -> entity.name().name());
  }

  /**
   * @param names what the entities are called in the names of methods and fields
   */
  Recognition(JavaContext context, List<Entity> entities, Function<Entity, String> names) {
    this.context = context;
    this.entities = entities;
    this.names = names;
  }

  List<Entity> entities() {
    return entities;
  }

  Optional<String> typeAttribute() {
    return entities.get(0).table().typeAttribute();
  }

  /** {@code "Client", "Customer"}: what the type attribute of an entity's items may hold. */
  static CodeBlock typeValues(Entity entity) {
    return entity.typeValues().stream()
        .map(type -> CodeBlock.of("$S", type))
        .collect(CodeBlock.joining(", "));
  }

  /** {@code isOrder}: the method that knows the items of an entity by their key. */
  String method(Entity entity) {
    return "is" + names.apply(entity);
  }

  /** {@code ORDER_PK}, …: the names of the constants that it may need. */
  List<String> constants() {
    return entities.stream()
        .flatMap(entity -> textParts(entity).stream().map(part -> constant(entity, part)))
        .toList();
  }

  /** Adds {@code isKnown}, and what it needs. */
  void addTo(TypeSpec.Builder type) {
    type.addMethod(isKnown());
    if (typeAttribute().isEmpty()) {
      addKeyForms(type);
    }
  }

  /** Adds {@code isOrder} for each entity, which looks at the texts of the primary key alone. */
  void addKeyForms(TypeSpec.Builder type) {
    for (Entity entity : entities) {
      textParts(entity).forEach(part -> type.addField(pattern(entity, part)));
      type.addMethod(isEntity(entity));
    }
  }

  /** {@code static boolean isKnown(Map<String, AttributeValue> item)}. */
  private MethodSpec isKnown() {
    return MethodSpec.methodBuilder("isKnown")
        .addJavadoc("Whether an item is one of these; there may be others that no model names.")
        .addModifiers(Modifier.STATIC)
        .addParameter(Sdk.ITEM, "item")
        .returns(boolean.class)
        .addStatement("return $L", test(entities))
        .build();
  }

  /** {@code Read.isOneOf(item, "_type", "Order")}: whether an item is of one of some entities. */
  CodeBlock test(List<Entity> some) {
    return typeAttribute()
        .map(
            name ->
                CodeBlock.of(
                    "$T.isOneOf(item, $S, $L)",
                    context.support().read(),
                    name,
                    some.stream().map(Recognition::typeValues).collect(CodeBlock.joining(", "))))
        .orElseGet(
            () ->
                some.stream()
                    .map(entity -> CodeBlock.of("$L(item)", method(entity)))
                    .collect(CodeBlock.joining(" || ")));
  }

  /** {@code private static boolean isOrder(Map<String, AttributeValue> item)}. */
  private MethodSpec isEntity(Entity entity) {
    CodeBlock test =
        textParts(entity).isEmpty()
            ? CodeBlock.of("true")
            : textParts(entity).stream()
                .map(
                    part ->
                        CodeBlock.of(
                            "$T.matches(item, $S, $L)",
                            context.support().read(),
                            part.key().name(),
                            constant(entity, part)))
                .collect(CodeBlock.joining("\n&& "));
    return MethodSpec.methodBuilder(method(entity))
        .addModifiers(Modifier.PRIVATE, Modifier.STATIC)
        .addParameter(Sdk.ITEM, "item")
        .returns(boolean.class)
        .addStatement("return $L", test)
        .build();
  }

  private FieldSpec pattern(Entity entity, EntityKey.Part part) {
    return FieldSpec.builder(
            Pattern.class,
            constant(entity, part),
            Modifier.PRIVATE,
            Modifier.STATIC,
            Modifier.FINAL)
        .initializer("$T.compile($S)", Pattern.class, KeyExpression.of(part.filling()))
        .build();
  }

  /** {@code ORDER_SK}. */
  private String constant(Entity entity, EntityKey.Part part) {
    String name = names.apply(entity) + "_" + JavaNames.fromAttributeName(part.key().name());
    return name.toUpperCase(Locale.ROOT);
  }

  private static List<EntityKey.Part> textParts(Entity entity) {
    return entity.key().parts().stream()
        .filter(part -> part.key().type() == KeyType.STRING)
        .toList();
  }
}
