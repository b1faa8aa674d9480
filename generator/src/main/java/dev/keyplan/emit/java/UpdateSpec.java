package dev.keyplan.emit.java;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.ParameterSpec;
import com.palantir.javapoet.ParameterizedTypeName;
import com.palantir.javapoet.TypeName;
import com.palantir.javapoet.TypeSpec;
import dev.keyplan.emit.java.IndexKeyGroups.Group;
import dev.keyplan.model.Attribute;
import dev.keyplan.model.BuiltInMethod;
import dev.keyplan.model.Entity;
import dev.keyplan.model.Facts;
import dev.keyplan.model.IndexKey;
import dev.keyplan.model.TypeKind;
import dev.keyplan.naming.JavaNames;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import javax.lang.model.element.Modifier;

/**
 * Writes what an update may change of an entity. Index keys that a change is part of are rewritten
 * with it.
 */
final class UpdateSpec extends EntityClassSpec {
  private final KeyFunctions functions;
  private final IndexKeyGroups groups;

  UpdateSpec(JavaContext context, Entity entity) {
    super(context, entity);
    this.functions = context.keyFunctions(entity);
    this.groups = new IndexKeyGroups(entity);
  }

  /** Whether there is anything to update: an entity may be all key, or not want the method. */
  static boolean isNeeded(Entity entity) {
    return entity.builtIns().contains(BuiltInMethod.UPDATE)
        && !new IndexKeyGroups(entity).groups().isEmpty();
  }

  static ClassSpec of(JavaContext context, Entity entity) {
    return entity.isChangedAsRead()
        ? new AsReadUpdateSpec(context, entity)
        : new UpdateSpec(context, entity);
  }

  @Override
  public ClassName className() {
    return types.update();
  }

  @Override
  public TypeSpec.Builder typeSpec() {
    ClassName expression = context.support().updateExpression();
    TypeSpec.Builder type =
        TypeSpec.classBuilder(className())
            .addModifiers(Modifier.PUBLIC, Modifier.FINAL)
            .addJavadoc(
                JavadocText.of(
                        "Changes to one "
                            + entity.name().name()
                            + ": what is not"
                            + " called stays as it is, and what is not optional cannot be removed.")
                    .toCode())
            .addField(expression, "expression", Modifier.PRIVATE, Modifier.FINAL);
    if (groups.needsKey()) {
      type.addField(types.key(), "key", Modifier.PRIVATE, Modifier.FINAL);
    }
    type.addMethod(constructor());
    RelativeUpdates relative = new RelativeUpdates(context, entity);
    for (Group group : groups.groups()) {
      if (group.attributes().size() > 1) {
        type.addMethod(groupSetter(group));
      } else {
        type.addMethod(setter(group));
        if (group.attributes().get(0).mayBeAbsent()) {
          type.addMethod(remover(group));
        }
        type.addMethods(relative.of(group));
      }
    }
    return type.addMethod(expression());
  }

  /** {@code MessageUpdate()}, with the key if an index key needs it. */
  private MethodSpec constructor() {
    MethodSpec.Builder constructor = MethodSpec.constructorBuilder();
    if (groups.needsKey()) {
      constructor.addParameter(types.key(), "key").addStatement("this.key = key");
    }
    constructor.addStatement(
        "this.expression = new $T($S)",
        context.support().updateExpression(),
        entity.key().partition().get(0).key().name());
    entity.touched().ifPresent(touched -> touch(constructor, touched));
    return constructor.build();
  }

  /** The time of the write, where it stands: {@code expression.set("updatedAt", …)}. */
  private void touch(MethodSpec.Builder constructor, Attribute touched) {
    constructor.addParameter(Instant.class, "now");
    CodeBlock time = context.mapping().timed(touched.type(), CodeBlock.of("now"));
    if (entity.keyPlace(touched).isEmpty()) {
      constructor.addStatement(
          "expression.set($S,$W$L)",
          touched.storedName(),
          context.mapping().write(touched.type(), time));
    }
    for (IndexKey key : groups.touched()) {
      CodeBlock value =
          functions.value(
              key.part(),
              attribute ->
                  attribute.equals(touched)
                      ? time
                      : CodeBlock.of("key.$L()", JavaNames.component(attribute.name())));
      constructor.addStatement("expression.set($S,$W$L)", key.part().key().name(), value);
    }
  }

  /** {@code public MessageUpdate text(String text)}. */
  private MethodSpec setter(Group group) {
    Attribute attribute = group.attributes().get(0);
    String name = JavaNames.component(attribute.name());
    ParameterSpec parameter =
        ParameterSpec.builder(context.mapping().type(attribute.type()), name).build();
    CodeBlock field = new LocalNames(List.of(parameter)).field("expression");
    CodeBlock value = written(attribute, CodeBlock.of("$L", name));
    MethodSpec.Builder method =
        MethodSpec.methodBuilder(name)
            .addModifiers(Modifier.PUBLIC)
            .addParameter(parameter)
            .returns(className())
            .addCode(
                isHeldInKey(attribute) ? CodeBlock.of("") : set(attribute, name, field, value));
    Facts facts = attribute.isOptional() ? Facts.NONE.withPresent(attribute) : Facts.NONE;
    AttributeValues values =
        values(group, method, a -> checked(a, CodeBlock.of("$L", name)), a -> CodeBlock.of("true"));
    return method
        .addCode(indexKeys(group, field, facts, values))
        .addStatement("return this")
        .build();
  }

  /** An empty set is removed: it cannot be stored. */
  private static CodeBlock set(Attribute attribute, String name, CodeBlock field, CodeBlock value) {
    CodeBlock.Builder code = CodeBlock.builder();
    boolean isSet = attribute.type().kind() == TypeKind.SET;
    if (isSet) {
      code.beginControlFlow("if ($L.isEmpty())", name)
          .addStatement("$L.remove($S)", field, attribute.storedName())
          .nextControlFlow("else")
          .addStatement("$L.set($S,$W$L)", field, attribute.storedName(), value)
          .endControlFlow();
    } else {
      code.addStatement("$L.set($S,$W$L)", field, attribute.storedName(), value);
    }
    return code.build();
  }

  /** {@code public MessageUpdate removeText()}. */
  private MethodSpec remover(Group group) {
    Attribute attribute = group.attributes().get(0);
    MethodSpec.Builder method =
        MethodSpec.methodBuilder(JavaNames.remover(attribute.name()))
            .addModifiers(Modifier.PUBLIC)
            .returns(className());
    if (!isHeldInKey(attribute)) {
      method.addStatement("expression.remove($S)", attribute.storedName());
    }
    AttributeValues values = values(group, method, a -> CodeBlock.of(""), a -> CodeBlock.of(""));
    return method
        .addCode(
            indexKeys(group, CodeBlock.of("expression"), Facts.NONE.withAbsent(attribute), values))
        .addStatement("return this")
        .build();
  }

  /** {@code public ShipmentUpdate stateAndDue(Part<State> state, Part<LocalDate> due)}. */
  private MethodSpec groupSetter(Group group) {
    String name =
        group.attributes().stream()
            .map(attribute -> JavaNames.variable(attribute.name()))
            .map(JavaNames::capitalised)
            .collect(Collectors.joining("And"));
    Set<String> keys = new TreeSet<>();
    group.keys().forEach(key -> keys.add(JavadocText.code(key.part().key().name())));
    MethodSpec.Builder method =
        MethodSpec.methodBuilder(JavaNames.decapitalised(name))
            .addJavadoc(
                JavadocText.of(
                        "Sets what %s %s made of."
                            .formatted(String.join(" and ", keys), keys.size() == 1 ? "is" : "are"))
                    .paragraph(
                        "All of it has to be known"
                            + (stored(group).isEmpty()
                                ? "."
                                : ": what does not change is given as {@code Part.unchanged}, and"
                                    + " the update demands that it is so.")
                            + heldInKey(group)
                            + leftOut(group))
                    .toCode())
            .addModifiers(Modifier.PUBLIC)
            .returns(className());
    for (Attribute attribute : group.attributes()) {
      method.addParameter(partType(attribute), JavaNames.component(attribute.name()));
    }
    LocalNames names = new LocalNames(method.build().parameters());
    CodeBlock field = names.field("expression");
    String each = names.variable("value");
    for (Attribute attribute : stored(group)) {
      method.addStatement(
          "$T.write($L, $S,$W$L.map($L -> $L))",
          context.support().parts(),
          field,
          attribute.storedName(),
          JavaNames.component(attribute.name()),
          each,
          written(attribute, CodeBlock.of("$L", each)));
    }
    AttributeValues values =
        values(
            group,
            method,
            this::partValue,
            a -> CodeBlock.of("$L.isPresent()", JavaNames.component(a.name())));
    return method
        .addCode(indexKeys(group, field, Facts.NONE, values))
        .addStatement("return this")
        .build();
  }

  /**
   * Whether the text of an index key is all there is of it: then nobody can ask whether it changed.
   */
  private boolean isHeldInKey(Attribute attribute) {
    return entity.keyPlace(attribute).isPresent();
  }

  private List<Attribute> stored(Group group) {
    return group.attributes().stream().filter(attribute -> !isHeldInKey(attribute)).toList();
  }

  private TypeName partType(Attribute attribute) {
    TypeName type = context.mapping().type(attribute.type());
    if (isHeldInKey(attribute)) {
      return attribute.isOptional()
          ? ParameterizedTypeName.get(ClassName.get(Optional.class), type.box())
          : type;
    }
    return ParameterizedTypeName.get(
        attribute.isOptional() ? context.support().optionalPart() : context.support().part(),
        type.box());
  }

  private CodeBlock partValue(Attribute attribute) {
    CodeBlock name = CodeBlock.of("$L", JavaNames.component(attribute.name()));
    if (!isHeldInKey(attribute)) {
      return CodeBlock.of("$L.value()", name);
    }
    return checked(
        attribute, attribute.isOptional() ? CodeBlock.of("$L.orElseThrow()", name) : name);
  }

  /** A value that only a key is made of, whose limits nothing else would check. */
  private CodeBlock checked(Attribute attribute, CodeBlock value) {
    return isHeldInKey(attribute)
        ? context
            .mapping()
            .check(attribute.type(), JavaNames.component(attribute.name()), value)
            .orElse(value)
        : value;
  }

  /** What cannot be demanded. */
  private String heldInKey(Group group) {
    String names =
        group.attributes().stream()
            .filter(this::isHeldInKey)
            .map(attribute -> JavadocText.code(JavaNames.component(attribute.name())))
            .collect(Collectors.joining(", "));
    return names.isEmpty() ? "" : " Stored in key texts alone, and just written: " + names + ".";
  }

  /** That an item leaves an index may come unexpected. */
  private static String leftOut(Group group) {
    return group.keys().stream().anyMatch(IndexKey::isSparse)
        ? " Where the item is not in the index any more, its index keys are removed."
        : "";
  }

  /** What an attribute of an index key is written as; DynamoDB takes no empty keys. */
  private CodeBlock written(Attribute attribute, CodeBlock value) {
    String name = JavaNames.component(attribute.name());
    return entity.isStoredAsIndexKey(attribute)
        ? context
            .mapping()
            .writeCheckedKey(
                attribute.type(),
                context.keyFunctions(entity).isSortKey(attribute.storedName()),
                name,
                value)
        : context.mapping().writeChecked(attribute.type(), name, value);
  }

  /** The attributes of the group as they are given, and those of the primary key. */
  private static AttributeValues values(
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
  private CodeBlock indexKeys(Group group, CodeBlock field, Facts facts, AttributeValues values) {
    return new IndexKeyCode(
            facts,
            values,
            context.support(),
            key ->
                CodeBlock.builder()
                    .addStatement(
                        "$L.set($S,$W$L)",
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

  /** {@code UpdateExpression expression()}. */
  private MethodSpec expression() {
    return MethodSpec.methodBuilder("expression")
        .returns(context.support().updateExpression())
        .addStatement("return expression")
        .build();
  }
}
