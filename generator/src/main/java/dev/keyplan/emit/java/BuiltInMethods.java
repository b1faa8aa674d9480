package dev.keyplan.emit.java;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.ParameterSpec;
import com.palantir.javapoet.ParameterizedTypeName;
import com.palantir.javapoet.TypeName;
import dev.keyplan.model.BuiltInMethod;
import dev.keyplan.model.Entity;
import dev.keyplan.model.KeyAttribute;
import dev.keyplan.model.Returned;
import dev.keyplan.naming.JavaNames;
import dev.keyplan.plan.Plan;
import dev.keyplan.plan.WriteAction;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import javax.lang.model.element.Modifier;

/** Writes the methods that every repository has, as far as no pattern restates them. */
final class BuiltInMethods {
  private static final String BATCH = ", in no order and not all or nothing.";

  private final JavaContext context;
  private final Entity entity;
  private final EntityTypes types;
  private final WriteCalls calls;
  private final String anEntity;

  BuiltInMethods(JavaContext context, Entity entity) {
    this.context = context;
    this.entity = entity;
    this.types = JavaContext.types(entity);
    this.calls = new WriteCalls(context, entity);
    this.anEntity = JavaNames.withArticle(entity.name().name());
  }

  List<MethodSpec> all() {
    List<MethodSpec> methods = new ArrayList<>();
    for (BuiltInMethod method : BuiltInMethod.values()) {
      if (entity.builtIns().contains(method)) {
        methods.addAll(of(method));
      }
    }
    if (hasBatch()) {
      methods.add(batch());
    }
    if (!entity.uniques().isEmpty()) {
      methods.add(calls.send());
    }
    return methods;
  }

  private boolean hasBatch() {
    return Stream.of(BuiltInMethod.GET_ALL, BuiltInMethod.PUT_ALL, BuiltInMethod.DELETE_ALL)
            .anyMatch(entity.builtIns()::contains)
        || context.plans(entity).stream().anyMatch(Plan.Batch.class::isInstance);
  }

  /** The method of a pattern: {@code public void storeAll(Collection<Message> items)}. */
  MethodSpec batch(Plan.Batch plan, JavadocText text) {
    String name = plan.pattern().name().name();
    text.paragraph("In no order and not all or nothing.");
    return plan.action() instanceof WriteAction.Put ? putAll(name, text) : deleteAll(name, text);
  }

  private List<MethodSpec> of(BuiltInMethod method) {
    return switch (method) {
      case GET -> List.of(get());
      case CREATE -> write(method, "Puts " + anEntity + " that does not exist yet.");
      case PUT ->
          write(
              method,
              entity.isChangedAsRead()
                  ? "Puts " + anEntity + " in place of the one that was read."
                  : "Puts " + anEntity + ", whether it exists or not.");
      case UPDATE -> UpdateSpec.isNeeded(entity) ? List.of(update()) : List.of();
      case DELETE ->
          write(
              method,
              entity.isChangedAsRead()
                  ? "Deletes " + anEntity + "."
                  : "Deletes "
                      + anEntity
                      + ", and returns what it was; that there is none is no error.");
      case GET_ALL -> List.of(getAll());
      case PUT_ALL ->
          context.isRestated(entity, method)
              ? List.of()
              : List.of(putAll(method.word(), JavadocText.of("Puts all of these" + BATCH)));
      case DELETE_ALL ->
          context.isRestated(entity, method)
              ? List.of()
              : List.of(
                  deleteAll(method.word(), JavadocText.of("Deletes what exists of these" + BATCH)));
    };
  }

  /** {@code public Optional<Message> get(Message.Key key)}. */
  private MethodSpec get() {
    return MethodSpec.methodBuilder("get")
        .addJavadoc("Gets $L by its key, eventually consistent.", anEntity)
        .addModifiers(Modifier.PUBLIC)
        .addParameter(types.key(), "key")
        .returns(ParameterizedTypeName.get(ClassName.get(Optional.class), types.entity()))
        .addStatement("$T response = client.getItem(requests.get(key))", Sdk.GET_ITEM_RESPONSE)
        .addStatement(
            "return response.hasItem()\n? $1T.of($2T.read(response.item()))\n: $1T.empty()",
            Optional.class,
            types.codec())
        .build();
  }

  private List<MethodSpec> write(BuiltInMethod method, String sentence) {
    return context
        .builtInWrite(entity, method)
        .map(
            action ->
                calls.of(
                    method.word(),
                    action,
                    List.of(Signatures.alone(action)),
                    JavadocText.of(sentence)))
        .orElse(List.of());
  }

  /** {@code public Message update(Message.Key key, Consumer<MessageUpdate> changes)}. */
  private MethodSpec update() {
    JavadocText text =
        JavadocText.of(
                "Changes what is named and nothing else, and returns the "
                    + entity.name().name()
                    + " as it is then.")
            .exception(
                types.conditionFailedException(),
                entity.isChangedAsRead()
                    ? "if it was changed or deleted since"
                    : "if there is none, or it is not as the changes demand");
    List<ParameterSpec> parameters = RequestsSpec.updateParameters(entity);
    return entity.uniques().isEmpty()
        ? calls.update("update", parameters, text, entity.isChangedAsRead(), demand(), Returned.NEW)
        : calls.guardedUpdate(parameters, text);
  }

  private String demand() {
    if (entity.isChangedAsRead()) {
      return "the item is as it was read";
    }
    boolean mayDemandMore =
        new IndexKeyGroups(entity).groups().stream().anyMatch(g -> g.attributes().size() > 1);
    return mayDemandMore
        ? "the item exists, with the parts that were given as unchanged"
        : "the item exists";
  }

  /** {@code public Map<Message.Key, Message> getAll(Collection<Message.Key> keys)}. */
  private MethodSpec getAll() {
    return MethodSpec.methodBuilder("getAll")
        .addJavadoc(
            JavadocText.of(
                    "Gets what exists of these, in the order of the keys, eventually consistent.")
                .exception(
                    context.support().batchIncompleteException(),
                    "if some were not read after all retries")
                .toCode())
        .addModifiers(Modifier.PUBLIC)
        .addParameter(collection(types.key()), "keys")
        .returns(ParameterizedTypeName.get(ClassName.get(Map.class), types.key(), types.entity()))
        .addStatement("return batch().get(keys, $1T::key, $1T::read)", types.codec())
        .build();
  }

  /** {@code public void putAll(Collection<Message> items)}. */
  private MethodSpec putAll(String name, JavadocText text) {
    MethodSpec.Builder method = batchMethod(name, text, "put", types.entity(), "items");
    if (entity.touched().isEmpty()) {
      return method
          .addStatement(
              "batch()\n.put(items.stream().map($T::checked).map($T::write).toList())",
              types.entity(),
              types.codec())
          .build();
    }
    return method
        .addStatement("$T now = table.clock().instant()", Instant.class)
        .addStatement(
            "batch()\n.put(items.stream().map(each -> $T.write(each.checked().written(now))).toList())",
            types.codec())
        .build();
  }

  /** {@code public void deleteAll(Collection<Message.Key> keys)}. */
  private MethodSpec deleteAll(String name, JavadocText text) {
    return batchMethod(name, text, "deleted", types.key(), "keys")
        .addStatement("batch().delete(keys.stream().map($T::key).toList())", types.codec())
        .build();
  }

  private MethodSpec.Builder batchMethod(
      String name, JavadocText text, String done, TypeName element, String parameter) {
    return MethodSpec.methodBuilder(name)
        .addJavadoc(
            text.exception(
                    context.support().batchIncompleteException(),
                    "if some were not " + done + " after all retries")
                .toCode())
        .addModifiers(Modifier.PUBLIC)
        .addParameter(collection(element), parameter);
  }

  /** {@code private Batch batch()}. */
  private MethodSpec batch() {
    CodeBlock names =
        entity.table().key().attributes().stream()
            .map(KeyAttribute::name)
            .map(name -> CodeBlock.of("$S", name))
            .collect(CodeBlock.joining(", "));
    return MethodSpec.methodBuilder("batch")
        .addModifiers(Modifier.PRIVATE)
        .returns(context.support().batch())
        .addStatement(
            "return new $T(client, table.name(), $T.of($L))",
            context.support().batch(),
            Set.class,
            names)
        .build();
  }

  private static TypeName collection(TypeName element) {
    return ParameterizedTypeName.get(ClassName.get(Collection.class), element);
  }
}
