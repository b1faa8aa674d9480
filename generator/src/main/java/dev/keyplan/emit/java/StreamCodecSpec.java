package dev.keyplan.emit.java;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.TypeSpec;
import dev.keyplan.model.Attribute;
import dev.keyplan.model.Entity;
import dev.keyplan.model.EntityKey;
import dev.keyplan.model.Filling;
import dev.keyplan.model.KeyPlace;
import dev.keyplan.model.StreamView;
import dev.keyplan.model.Table;
import dev.keyplan.naming.JavaNames;
import dev.keyplan.source.SourceFile;
import java.util.List;
import java.util.Optional;
import javax.lang.model.element.Modifier;

/**
 * Writes what knows and reads items in a stream by their keys: where records may come without
 * images, or images do not say what they are of.
 */
final class StreamCodecSpec implements ClassSpec {
  private final JavaContext context;
  private final Table table;
  private final StreamView view;
  private final List<Entity> entities;
  private final DistinctNames names;
  private final Recognition recognition;
  private final KeyForms forms;

  StreamCodecSpec(JavaContext context, Table table, StreamView view) {
    this.context = context;
    this.table = table;
    this.view = view;
    this.entities = context.entities(table);
    this.names = new DistinctNames(entities);
    List<Entity> byKey = entities.stream().filter(entity -> !isKnownByImage(entity)).toList();
    this.recognition = new Recognition(context, byKey, names::of);
    this.forms = new KeyForms(context, recognition.constants());
  }

  /** Whether there are records whose images do not show what they are of. */
  static boolean isNeeded(Table table, StreamView view) {
    return !table.isShownByImages(view);
  }

  /** Whether the key of an entity is read from the keys of a record, and not from an image. */
  static boolean readsKey(StreamView view, Entity entity) {
    return !view.hasAllImages() && canReadKey(entity);
  }

  /** Whether a record without images does not even show the key of an entity. */
  static boolean isImageNeeded(StreamView view, Entity entity) {
    return !view.hasAllImages() && !canReadKey(entity);
  }

  private static boolean canReadKey(Entity entity) {
    return entity.key().attributes().stream()
        .allMatch(attribute -> holder(entity, attribute).isPresent());
  }

  /** The part of the key from which the value of an attribute can be read. */
  private static Optional<EntityKey.Part> holder(Entity entity, Attribute attribute) {
    return entity.key().parts().stream()
        .filter(
            part ->
                part.filling() instanceof Filling.FromAttribute from
                    ? from.attribute().equals(attribute)
                    : KeyPlace.readable(part, attribute).isPresent())
        .findFirst();
  }

  /** {@code orderKey}. */
  static String keyMethod(String entity) {
    return JavaNames.decapitalised(entity) + "Key";
  }

  /** {@code StreamRecords.isOf(record, "_type", "Order")}. */
  static CodeBlock isOf(JavaContext context, Table table, CodeBlock types) {
    return CodeBlock.of(
        "$T.isOf(record, $S, $L)",
        context.support().streamRecords(),
        table.typeAttribute().orElseThrow(),
        types);
  }

  @Override
  public ClassName className() {
    return JavaContext.streamCodecClass(table);
  }

  @Override
  public SourceFile source() {
    return table.span().file();
  }

  @Override
  public TypeSpec.Builder typeSpec() {
    TypeSpec.Builder type =
        TypeSpec.classBuilder(className())
            .addModifiers(Modifier.FINAL)
            .addJavadoc("Knows items in records of {@link $T}.", JavaContext.streamClass(table))
            .addMethod(MethodSpec.constructorBuilder().addModifiers(Modifier.PRIVATE).build());
    entities.forEach(entity -> type.addMethod(isEntity(entity)));
    if (entities.stream().anyMatch(entity -> !entity.uniques().isEmpty())) {
      type.addMethod(isGuard());
    }
    entities.stream()
        .filter(entity -> readsKey(view, entity))
        .forEach(entity -> type.addMethod(key(entity)));
    forms.addTo(type);
    recognition.addKeyForms(type);
    return type;
  }

  /** {@code static boolean isOrder(Record record)}. */
  private MethodSpec isEntity(Entity entity) {
    CodeBlock byKey = CodeBlock.of("is$L(record.dynamodb().keys())", names.of(entity));
    return MethodSpec.methodBuilder("is" + names.of(entity))
        .addModifiers(Modifier.STATIC)
        .addParameter(Sdk.RECORD, "record")
        .returns(boolean.class)
        .addStatement("return $L", byTypeOr(byKey, entity))
        .build();
  }

  /** Whether there may be images, which say what they are of. */
  private boolean isTyped() {
    return table.typeAttribute().isPresent() && view != StreamView.KEYS_ONLY;
  }

  private boolean isKnownByImage(Entity entity) {
    return isTyped() && isImageNeeded(view, entity);
  }

  /** {@code static boolean isGuard(Record record)}. */
  private MethodSpec isGuard() {
    CodeBlock byKey =
        entities.stream()
            .filter(entity -> !entity.uniques().isEmpty())
            .map(entity -> new GuardExpressions(context, entity).guards())
            .map(guards -> CodeBlock.of("$L.isGuard(record.dynamodb().keys())", guards))
            .collect(CodeBlock.joining("\n|| "));
    return MethodSpec.methodBuilder("isGuard")
        .addJavadoc("Whether a record is of a guard item of a unique value.")
        .addModifiers(Modifier.STATIC)
        .addParameter(Sdk.RECORD, "record")
        .returns(boolean.class)
        .addStatement("return $L", byKey)
        .build();
  }

  /** An image says more than the key, and is needed where the key cannot be read. */
  private CodeBlock byTypeOr(CodeBlock byKey, Entity entity) {
    if (isKnownByImage(entity)) {
      return isOf(context, table, Recognition.typeValues(entity));
    }
    if (isImageNeeded(view, entity)) {
      return CodeBlock.of("$T.hasImage(record)\n&& $L", context.support().streamRecords(), byKey);
    }
    if (!isTyped()) {
      return byKey;
    }
    return CodeBlock.of(
        "$T.hasImage(record)\n? $L\n: $L",
        context.support().streamRecords(),
        isOf(context, table, Recognition.typeValues(entity)),
        byKey);
  }

  /** {@code static Order.Key orderKey(Map<String, AttributeValue> keys)}. */
  private MethodSpec key(Entity entity) {
    EntityTypes types = JavaContext.types(entity);
    CodeBlock values =
        entity.key().attributes().stream()
            .map(attribute -> read(attribute, holder(entity, attribute).orElseThrow()))
            .collect(CodeBlock.joining(",\n"));
    return MethodSpec.methodBuilder(keyMethod(names.of(entity)))
        .addModifiers(Modifier.STATIC)
        .addParameter(Sdk.ITEM, "keys")
        .returns(types.key())
        .addStatement("return new $T(\n$L)", types.key(), values)
        .build();
  }

  private CodeBlock read(Attribute attribute, EntityKey.Part part) {
    CodeBlock reader =
        KeyPlace.readable(part, attribute)
            .map(forms::reader)
            .orElseGet(() -> context.mapping().reader(attribute.type()));
    return CodeBlock.of(
        "$T.required(keys, $S, $L)", context.support().read(), part.key().name(), reader);
  }
}
