package dev.keyplan.emit.java;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.FieldSpec;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.ParameterizedTypeName;
import com.palantir.javapoet.TypeName;
import com.palantir.javapoet.TypeSpec;
import dev.keyplan.emit.java.KeyFunctions.KeyFunction;
import dev.keyplan.model.Attribute;
import dev.keyplan.model.Entity;
import dev.keyplan.model.EntityKey;
import dev.keyplan.model.Facts;
import dev.keyplan.model.Filling;
import dev.keyplan.model.IndexKey;
import dev.keyplan.model.IndexMembership;
import dev.keyplan.naming.JavaNames;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import javax.lang.model.element.Modifier;

/** Writes the codec of an entity. */
final class CodecSpec extends EntityClassSpec {
  private static final String TYPE = "TYPE";

  private final KeyFunctions functions;
  private final KeyForms forms;

  CodecSpec(JavaContext context, Entity entity) {
    super(context, entity);
    this.functions = context.keyFunctions(entity);
    this.forms = new KeyForms(context, List.of());
  }

  @Override
  public ClassName className() {
    return types.codec();
  }

  @Override
  public TypeSpec.Builder typeSpec() {
    String article = JavaNames.capitalised(JavaNames.article(entity.name().name()));
    TypeSpec.Builder type =
        TypeSpec.classBuilder(className())
            .addModifiers(Modifier.FINAL)
            .addJavadoc("$L {@link $T} as DynamoDB stores it.", article, types.entity())
            .addMethod(MethodSpec.constructorBuilder().addModifiers(Modifier.PRIVATE).build());
    if (!entity.uniques().isEmpty()) {
      type.addField(new GuardExpressions(context, entity).field());
    }
    type.addField(items());
    if (entity.table().typeAttribute().isPresent()) {
      type.addField(typeValue());
    }
    functions.all().forEach(function -> type.addMethod(keyFunction(function)));
    type.addMethod(key()).addMethod(write()).addMethod(read());
    forms.addTo(type);
    return context.isShared(entity.name()) ? type.addModifiers(Modifier.PUBLIC) : type;
  }

  /** {@code static final EntityItems<Message.Key, Message> ITEMS = …}. */
  private FieldSpec items() {
    CodeBlock keyNames =
        entity.key().parts().stream()
            .map(part -> CodeBlock.of("$S", part.key().name()))
            .collect(CodeBlock.joining(", "));
    CodeBlock taken =
        entity.uniques().isEmpty() ? CodeBlock.of("") : CodeBlock.of(", GUARDS::taken");
    TypeName type =
        ParameterizedTypeName.get(context.support().entityItems(), types.key(), types.entity());
    FieldSpec.Builder field =
        FieldSpec.builder(type, "ITEMS", Modifier.STATIC, Modifier.FINAL)
            .addJavadoc("How transactions know them.")
            .initializer(
                "\n$>$>new $1T<>($2T.of($3L), $4T::key, $4T::read$5L)$<$<",
                context.support().entityItems(),
                Set.class,
                keyNames,
                types.codec(),
                taken);
    return context.isShared(entity.name())
        ? field.addModifiers(Modifier.PUBLIC).build()
        : field.build();
  }

  /** {@code private static final AttributeValue TYPE = AttributeValue.fromS("Message");}. */
  private FieldSpec typeValue() {
    return FieldSpec.builder(
            Sdk.ATTRIBUTE_VALUE, TYPE, Modifier.PRIVATE, Modifier.STATIC, Modifier.FINAL)
        .initializer("$T.fromS($S)", Sdk.ATTRIBUTE_VALUE, entity.typeValue())
        .build();
  }

  /** {@code static String pk(UUID groupId)}. */
  private MethodSpec keyFunction(KeyFunction function) {
    MethodSpec.Builder method =
        MethodSpec.methodBuilder(function.name())
            .addModifiers(Modifier.STATIC)
            .returns(String.class);
    for (Attribute attribute : function.parameters()) {
      method.addParameter(
          context.mapping().type(attribute.type()), JavaNames.component(attribute.name()));
    }
    return method.addStatement("return $L", functions.text(function)).build();
  }

  /** {@code static Map<String, AttributeValue> key(Message.Key key)}. */
  private MethodSpec key() {
    Map<String, CodeBlock> entries = new LinkedHashMap<>();
    for (EntityKey.Part part : entity.key().parts()) {
      entries.put(
          part.key().name(),
          functions.checkedInCodec(part, AttributeValues.ofRecord("key").value()));
    }
    return visible(MethodSpec.methodBuilder("key"))
        .addParameter(types.key(), "key")
        .returns(Sdk.ITEM)
        .addCode(CodecMembers.returnMap(entries))
        .build();
  }

  /** {@code static Map<String, AttributeValue> write(Message message)}. */
  private MethodSpec write() {
    WriteVariables variables = WriteVariables.of(types.variable(), "item", "map");
    Map<String, EntityKey.Part> keys = keyParts();
    List<Attribute> attributes =
        entity.stored().stream().filter(a -> !keys.containsKey(a.storedName())).toList();
    CodecMembers members = members(attributes);
    MethodSpec.Builder method =
        visible(MethodSpec.methodBuilder("write"))
            .addParameter(types.entity(), variables.record())
            .returns(Sdk.ITEM);
    if (members.shareValues() || keys.values().stream().anyMatch(CodecSpec::sharesValues)) {
      method.addCode(variables.newValues(context.support()));
    }
    method.addCode(variables.newMap(keys.size() + attributes.size() + 1));
    method.addCode(keyPuts(variables));
    entity
        .table()
        .typeAttribute()
        .ifPresent(name -> method.addCode(variables.put(name, CodeBlock.of("$L", TYPE))));
    return method
        .addCode(members.puts(variables))
        .addStatement("return $L", variables.map())
        .build();
  }

  private static boolean sharesValues(EntityKey.Part part) {
    return !(part.filling() instanceof Filling.FromAttribute from)
        || ValueMapping.isShared(from.attribute().type());
  }

  /** {@code item.put("pk", …);} for all key attributes; those of an index only if it has all. */
  private CodeBlock keyPuts(WriteVariables variables) {
    AttributeValues values = AttributeValues.ofRecord(variables.record());
    Map<String, IndexKey> sparse = new LinkedHashMap<>();
    entity.indexKeys().stream()
        .filter(IndexKey::isSparse)
        .forEach(key -> sparse.put(key.part().key().name(), key));
    CodeBlock.Builder puts = CodeBlock.builder();
    for (EntityKey.Part part : keyParts().values()) {
      if (!sparse.containsKey(part.key().name())) {
        puts.add(keyPut(variables, values, part));
      }
    }
    return puts.add(
            new IndexKeyCode(
                    Facts.NONE,
                    values,
                    context.support(),
                    key -> put(variables, values, key.part()),
                    key -> CodeBlock.of(""))
                .of(List.copyOf(sparse.values())))
        .build();
  }

  /** A stored attribute that may be absent is no key attribute then. */
  private CodeBlock keyPut(WriteVariables variables, AttributeValues values, EntityKey.Part part) {
    List<Attribute> optional =
        part.filling().attributes().stream().filter(Attribute::isOptional).toList();
    if (optional.isEmpty()) {
      return put(variables, values, part);
    }
    return CodeBlock.builder()
        .beginControlFlow("if ($L)", values.presence().apply(optional.get(0)))
        .add(put(variables, values, part))
        .endControlFlow()
        .build();
  }

  private CodeBlock put(WriteVariables variables, AttributeValues values, EntityKey.Part part) {
    ValueMapping written = context.mapping().alone().of(variables.values());
    return variables.put(part.key().name(), functions.valueInCodec(part, values.value(), written));
  }

  /** {@code static Message read(Map<String, AttributeValue> item)}. */
  private MethodSpec read() {
    MethodSpec.Builder method =
        visible(MethodSpec.methodBuilder("read"))
            .addParameter(Sdk.ITEM, "item")
            .returns(types.entity());
    entity
        .table()
        .typeAttribute()
        .ifPresent(
            name ->
                method.addStatement(
                    "$T.type(item, $S, $L)",
                    context.support().read(),
                    name,
                    Recognition.typeValues(entity)));
    return method.addCode(members(entity.attributes()).returnRead(types.entity(), "item")).build();
  }

  private CodecMembers members(List<Attribute> attributes) {
    return new CodecMembers(context, attributes, entity::keyPlace, forms);
  }

  /** What is written into the keys of the table and of the indexes, by key attribute. */
  private Map<String, EntityKey.Part> keyParts() {
    Map<String, EntityKey.Part> parts = new LinkedHashMap<>();
    Stream.concat(Stream.of(entity.key()), entity.indexes().stream().map(IndexMembership::key))
        .flatMap(key -> key.parts().stream())
        .forEach(part -> parts.putIfAbsent(part.key().name(), part));
    return parts;
  }

  private MethodSpec.Builder visible(MethodSpec.Builder method) {
    method.addModifiers(Modifier.STATIC);
    return context.isShared(entity.name()) ? method.addModifiers(Modifier.PUBLIC) : method;
  }
}
