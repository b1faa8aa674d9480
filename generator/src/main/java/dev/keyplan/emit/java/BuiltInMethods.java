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
  private final ClientStyle style;
  private final WriteCalls calls;
  private final Unexpired unexpired;
  private final String anEntity;

  BuiltInMethods(JavaContext context, Entity entity, ClientStyle style) {
    this.context = context;
    this.entity = entity;
    this.types = JavaContext.types(entity);
    this.style = style;
    this.calls = new WriteCalls(context, entity, style);
    this.unexpired = new Unexpired(context.support());
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
    if (!entity.uniques().isEmpty() || hasMove()) {
      methods.add(calls.send());
    }
    return methods;
  }

  private boolean hasMove() {
    return context.plans(entity).stream()
        .anyMatch(plan -> plan instanceof Plan.Write w && w.action() instanceof WriteAction.Move);
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
      case UPSERT -> List.of(new UpsertMethods(context, entity).method(style));
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
    ParameterSpec key = ParameterSpec.builder(types.key(), "key").build();
    Call call = Call.ofSdk(CodeBlock.of("client.getItem(requests.get(key))"));
    LocalNames names = new LocalNames(List.of(key));
    return MethodSpec.methodBuilder("get")
        .addJavadoc(
            "Gets $L by its key, eventually consistent$L.",
            anEntity,
            entity.expiry().isPresent() ? ", unless it has expired" : "")
        .addModifiers(Modifier.PUBLIC)
        .addParameter(key)
        .returns(
            style.returned(
                ParameterizedTypeName.get(ClassName.get(Optional.class), types.entity())))
        .addCode(style.body(unexpired.item(call, types.codec(), entity.expiry(), names), names))
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
    return calls.update(entity, text, demand());
  }

  private String demand() {
    if (entity.isChangedAsRead()) {
      return "the item is as it was read";
    }
    if (UpdateSpec.mayDemand(entity)) {
      return "the item exists and can be changed so";
    }
    boolean mayDemandMore =
        new IndexKeyGroups(entity).groups().stream().anyMatch(g -> g.attributes().size() > 1);
    return mayDemandMore
        ? "the item exists, with the parts that were given as unchanged"
        : "the item exists";
  }

  /** {@code public Map<Message.Key, Message> getAll(Collection<Message.Key> keys)}. */
  private MethodSpec getAll() {
    JavadocText text =
        JavadocText.of(
            "Gets what exists of these"
                + (entity.expiry().isPresent() ? " and has not expired" : "")
                + ", in the order of the keys, eventually consistent.");
    TypeName found =
        ParameterizedTypeName.get(ClassName.get(Map.class), types.key(), types.entity());
    ParameterSpec keys = collection(types.key(), "keys");
    CodeBlock batch =
        unexpired.batchOnLines(entity.expiry(), Stamps.reading(new LocalNames(List.of(keys))));
    CodeBlock sent = CodeBlock.of("$2L.get(keys, $1T::key, $1T::read)", types.codec(), batch);
    return batchMethod("getAll", text, "read", keys, found, Call.returning(sent));
  }

  /** {@code public void putAll(Collection<Message> items)}. */
  private MethodSpec putAll(String name, JavadocText text) {
    ParameterSpec items = collection(types.entity(), "items");
    if (entity.touched().isEmpty()) {
      CodeBlock sent =
          CodeBlock.of(
              "batch()\n.put(items.stream().map($T::checked).map($T::write).toList())",
              types.entity(),
              types.codec());
      return batchMethod(name, text, "put", items, TypeName.VOID, Call.ofSupport(sent));
    }
    CodeBlock now =
        CodeBlock.builder().addStatement("$T now = table.clock().instant()", Instant.class).build();
    CodeBlock sent =
        CodeBlock.of(
            "batch()\n.put(items.stream().map(each -> $T.write(each.checked().written(now))).toList())",
            types.codec());
    return batchMethod(name, text, "put", items, TypeName.VOID, Call.ofSupport(sent).after(now));
  }

  /** {@code public void deleteAll(Collection<Message.Key> keys)}. */
  private MethodSpec deleteAll(String name, JavadocText text) {
    CodeBlock sent =
        CodeBlock.of("batch().delete(keys.stream().map($T::key).toList())", types.codec());
    ParameterSpec keys = collection(types.key(), "keys");
    return batchMethod(name, text, "deleted", keys, TypeName.VOID, Call.ofSupport(sent));
  }

  private MethodSpec batchMethod(
      String name,
      JavadocText text,
      String done,
      ParameterSpec parameter,
      TypeName result,
      Call call) {
    return MethodSpec.methodBuilder(name)
        .addJavadoc(
            text.exception(
                    context.support().batchIncompleteException(),
                    "if some were not " + done + " after all retries")
                .toCode())
        .addModifiers(Modifier.PUBLIC)
        .addParameter(parameter)
        .returns(style.returned(result))
        .addCode(style.body(call, new LocalNames(List.of(parameter))))
        .build();
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
        .returns(style.batch())
        .addStatement(
            "return new $T(client, table.name(), $T.of($L), table.concurrency())",
            style.batch(),
            Set.class,
            names)
        .build();
  }

  private static ParameterSpec collection(TypeName element, String name) {
    TypeName type = ParameterizedTypeName.get(ClassName.get(Collection.class), element);
    return ParameterSpec.builder(type, name).build();
  }
}
