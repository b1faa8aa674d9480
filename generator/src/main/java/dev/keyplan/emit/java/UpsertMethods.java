package dev.keyplan.emit.java;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.ParameterSpec;
import com.palantir.javapoet.ParameterizedTypeName;
import dev.keyplan.model.Attribute;
import dev.keyplan.model.BuiltInMethod;
import dev.keyplan.model.Entity;
import dev.keyplan.model.IndexKey;
import dev.keyplan.model.KeyAttribute;
import dev.keyplan.naming.JavaNames;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import javax.lang.model.element.Modifier;

/** Writes the built-in upsert: an update that makes the item if there is none. */
final class UpsertMethods {
  private static final String NAME = BuiltInMethod.UPSERT.word();

  private final JavaContext context;
  private final Entity entity;
  private final EntityTypes types;

  UpsertMethods(JavaContext context, Entity entity) {
    this.context = context;
    this.entity = entity;
    this.types = JavaContext.types(entity);
  }

  static boolean isNeeded(Entity entity) {
    return entity.builtIns().contains(BuiltInMethod.UPSERT);
  }

  /** What a builder may leave out of the attributes that can change. */
  static List<Attribute> omissible(Entity entity) {
    return entity.attributes().stream()
        .filter(attribute -> !entity.key().attributes().contains(attribute))
        .filter(attribute -> !attribute.isMaintained())
        .filter(attribute -> attribute.mayBeAbsent() || attribute.defaultValue().isPresent())
        .toList();
  }

  /** The methods of the requests. */
  List<MethodSpec> requests() {
    return List.of(request(), action());
  }

  /** {@code public UpdateItemRequest upsert(Session.Builder session, Instant now)}. */
  private MethodSpec request() {
    List<ParameterSpec> parameters = parameters();
    CodeBlock.Builder code =
        CodeBlock.builder()
            .add("return new $T(\n", context.support().upsert())
            .add("$>$>$L,\n$N.omitted(),\n", item(parameters), parameters.get(0))
            .add("$T.of($L))$<$<", Set.class, strings(keyNames()));
    entity.version().ifPresent(version -> code.add("\n.count($S)", version.storedName()));
    List<String> optional =
        omissible(entity).stream()
            .filter(Attribute::mayBeAbsent)
            .filter(attribute -> entity.keyPlace(attribute).isEmpty())
            .map(Attribute::storedName)
            .toList();
    if (!optional.isEmpty()) {
      code.add("\n.optional($L)", strings(optional));
    }
    indexKeys().forEach(key -> code.add("\n$L", indexKey(key)));
    code.add(
        "\n.applyTo($1T.builder())\n.tableName(table.name())\n.returnValues($2T.ALL_NEW)\n.build()",
        Sdk.UPDATE_ITEM_REQUEST,
        Sdk.RETURN_VALUE);
    return MethodSpec.methodBuilder(NAME)
        .addModifiers(Modifier.PUBLIC)
        .addParameters(parameters)
        .returns(Sdk.UPDATE_ITEM_REQUEST)
        .addStatement("$L", code.build())
        .build();
  }

  /** {@code SessionCodec.write(session.build(now).written(now))}. */
  private CodeBlock item(List<ParameterSpec> parameters) {
    String now = takesTime() ? Stamps.timeOf(parameters) : "";
    boolean isTimed = !BuilderSpec.timed(entity.attributes()).isEmpty();
    return CodeBlock.of(
        "$T.write($N.build($L)$L)",
        types.codec(),
        parameters.get(0),
        isTimed ? now : "",
        new Stamps(entity, context.mapping()).created(now));
  }

  /** {@code .indexKey("gsi1sk", false, "state", "number")}. */
  private CodeBlock indexKey(IndexKey key) {
    return CodeBlock.of(
        ".indexKey($S, $L, $L)",
        key.part().key().name(),
        key.isSparse(),
        strings(changing(key).map(Attribute::storedName).toList()));
  }

  /** Those of the index keys that may not be known, or that an item may lack. */
  private List<IndexKey> indexKeys() {
    Set<Attribute> omissible = new HashSet<>(omissible(entity));
    return entity.indexKeys().stream()
        .filter(key -> key.isSparse() || changing(key).anyMatch(omissible::contains))
        .filter(key -> changing(key).findAny().isPresent())
        .toList();
  }

  private Stream<Attribute> changing(IndexKey key) {
    return key.attributes().stream()
        .filter(attribute -> !entity.key().attributes().contains(attribute));
  }

  private List<String> keyNames() {
    return entity.table().key().attributes().stream().map(KeyAttribute::name).toList();
  }

  /** {@code public TransactWriteItem upsertAction(Session.Builder session, Instant now)}. */
  private MethodSpec action() {
    return WriteMethods.ofEntity(context, entity).action(NAME, parameters(), "update");
  }

  /** {@code public Session upsert(Session.Builder session)}, of the repository. */
  MethodSpec method(ClientStyle style) {
    ParameterSpec builder = builder();
    LocalNames names = new LocalNames(List.of(builder));
    CodeBlock arguments =
        takesTime()
            ? CodeBlock.of("$N, $L", builder, Stamps.reading(names))
            : CodeBlock.of("$N", builder);
    String request = names.variable("request");
    CodeBlock prepared =
        CodeBlock.builder()
            .addStatement(
                "$T $L = $L",
                Sdk.UPDATE_ITEM_REQUEST,
                request,
                WriteCode.request(NAME, arguments, names))
            .build();
    Call call =
        WriteCode.send("updateItem", CodeBlock.of("$L", request), names)
            .after(prepared)
            .readingOnce(
                Sdk.UPDATE_ITEM_RESPONSE,
                answer -> CodeBlock.of("$T.read($L.attributes())", types.codec(), answer));
    return MethodSpec.methodBuilder(NAME)
        .addJavadoc(javadoc().toCode())
        .addModifiers(Modifier.PUBLIC)
        .addParameter(builder)
        .returns(style.returned(types.entity()))
        .addCode(style.body(call, names))
        .build();
  }

  private JavadocText javadoc() {
    String article = JavaNames.withArticle(entity.name().name());
    JavadocText text =
        JavadocText.of(
            "Creates "
                + article
                + ", or changes the one that exists, and returns it as it is then.");
    if (!omissible(entity).isEmpty()) {
      text.paragraph(
          "What the builder does not give has its default in a new one, and stays as it is in one"
              + " that exists.");
    }
    return text.exception(
        ClassName.get(IllegalArgumentException.class),
        indexKeys().isEmpty()
            ? "if it is not as the model demands"
            : "if it is not as the model demands, or gives only a part of what an index key is"
                + " made of");
  }

  /** {@code Set<String> omitted()}, of the builder. */
  static MethodSpec omitted(Entity entity) {
    List<Attribute> omissible = omissible(entity);
    MethodSpec.Builder method =
        MethodSpec.methodBuilder("omitted")
            .addJavadoc("The attributes that are not given, as they are stored.")
            .returns(ParameterizedTypeName.get(Set.class, String.class));
    if (omissible.isEmpty()) {
      return method.addStatement("return $T.of()", Set.class).build();
    }
    method.addStatement("$T<String> omitted = new $T<>()", Set.class, HashSet.class);
    for (Attribute attribute : omissible) {
      String name = JavaNames.component(attribute.name());
      method
          .beginControlFlow("if ($L == null)", name.equals("omitted") ? "this.omitted" : name)
          .addStatement("omitted.add($S)", attribute.storedName())
          .endControlFlow();
    }
    return method.addStatement("return omitted").build();
  }

  private boolean takesTime() {
    return entity.touched().isPresent() || !BuilderSpec.timed(entity.attributes()).isEmpty();
  }

  private ParameterSpec builder() {
    return ParameterSpec.builder(types.builder(), types.variable()).build();
  }

  private List<ParameterSpec> parameters() {
    List<ParameterSpec> parameters = new ArrayList<>(List.of(builder()));
    return takesTime() ? Stamps.withTime(parameters) : parameters;
  }

  private static CodeBlock strings(List<String> texts) {
    return texts.stream().map(text -> CodeBlock.of("$S", text)).collect(CodeBlock.joining(", "));
  }
}
