package dev.keyplan.emit.java;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.ParameterSpec;
import com.palantir.javapoet.ParameterizedTypeName;
import com.palantir.javapoet.TypeName;
import dev.keyplan.emit.java.JavaContext.BuiltIn;
import dev.keyplan.model.Entity;
import dev.keyplan.model.Returned;
import dev.keyplan.model.KeyAttribute;
import dev.keyplan.naming.JavaNames;
import dev.keyplan.plan.WriteAction;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import javax.lang.model.element.Modifier;

/** Writes the methods that every repository has, as far as no pattern restates them. */
final class BuiltInMethods {
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
    methods.add(get());
    methods.addAll(
        write(
            BuiltIn.CREATE,
            new WriteAction.Put(entity, true),
            "Puts " + anEntity + " that does not exist yet."));
    methods.addAll(
        write(
            BuiltIn.PUT,
            new WriteAction.Put(entity, false),
            "Puts " + anEntity + ", whether it exists or not."));
    if (UpdateSpec.isNeeded(entity)) {
      methods.add(update());
    }
    methods.addAll(
        write(
            BuiltIn.DELETE,
            new WriteAction.Delete(entity),
            "Deletes " + anEntity + ", and returns what it was; that there is none is no error."));
    methods.add(getAll());
    methods.add(putAll());
    methods.add(deleteAll());
    methods.add(batch());
    return methods;
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
            types.item())
        .build();
  }

  private List<MethodSpec> write(BuiltIn builtIn, WriteAction action, String sentence) {
    if (context.restatement(entity, builtIn).isPresent()) {
      return List.of();
    }
    ParameterSpec subject =
        builtIn == BuiltIn.DELETE
            ? ParameterSpec.builder(types.key(), "key").build()
            : ParameterSpec.builder(types.entity(), types.variable()).build();
    return calls.of(builtIn.methodName(), action, List.of(subject), JavadocText.of(sentence));
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
                "if there is none, or it is not as the changes demand");
    return calls.update(
        "update", RequestsSpec.updateParameters(types), text, demand(), Returned.NEW);
  }

  private String demand() {
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
        .addStatement("return batch().get(keys, $1T::key, $1T::read)", types.item())
        .build();
  }

  /** {@code public void putAll(Collection<Message> items)}. */
  private MethodSpec putAll() {
    return MethodSpec.methodBuilder("putAll")
        .addJavadoc(
            JavadocText.of("Puts all of these, in no order and not all or nothing.")
                .exception(
                    context.support().batchIncompleteException(),
                    "if some were not put after all retries")
                .toCode())
        .addModifiers(Modifier.PUBLIC)
        .addParameter(collection(types.entity()), "items")
        .addStatement(
            "batch()\n.put(items.stream().map($T::checked).map($T::write).toList())",
            types.entity(),
            types.item())
        .build();
  }

  /** {@code public void deleteAll(Collection<Message.Key> keys)}. */
  private MethodSpec deleteAll() {
    return MethodSpec.methodBuilder("deleteAll")
        .addJavadoc(
            JavadocText.of("Deletes what exists of these, in no order and not all or nothing.")
                .exception(
                    context.support().batchIncompleteException(),
                    "if some were not deleted after all retries")
                .toCode())
        .addModifiers(Modifier.PUBLIC)
        .addParameter(collection(types.key()), "keys")
        .addStatement("batch().delete(keys.stream().map($T::key).toList())", types.item())
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
