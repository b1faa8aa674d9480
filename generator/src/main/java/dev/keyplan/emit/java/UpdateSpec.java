package dev.keyplan.emit.java;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.ParameterSpec;
import com.palantir.javapoet.ParameterizedTypeName;
import com.palantir.javapoet.TypeSpec;
import dev.keyplan.emit.java.IndexKeyGroups.Group;
import dev.keyplan.model.Attribute;
import dev.keyplan.model.Entity;
import dev.keyplan.model.EntityKey;
import dev.keyplan.model.TypeKind;
import dev.keyplan.naming.JavaNames;
import dev.keyplan.source.SourceFile;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import javax.lang.model.element.Modifier;

/**
 * Writes what an update may change of an entity. Index keys that a change is part of are rewritten
 * with it.
 */
final class UpdateSpec implements ClassSpec {
  private final JavaContext context;
  private final Entity entity;
  private final EntityTypes types;
  private final KeyFunctions functions;
  private final IndexKeyGroups groups;

  UpdateSpec(JavaContext context, Entity entity) {
    this.context = context;
    this.entity = entity;
    this.types = JavaContext.types(entity);
    this.functions = context.keyFunctions(entity);
    this.groups = new IndexKeyGroups(entity);
  }

  /** Whether there is anything to update: an entity may be all key. */
  static boolean isNeeded(Entity entity) {
    return !new IndexKeyGroups(entity).groups().isEmpty();
  }

  @Override
  public ClassName className() {
    return types.update();
  }

  @Override
  public SourceFile source() {
    return entity.span().file();
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
    for (Group group : groups.groups()) {
      if (group.attributes().size() > 1) {
        type.addMethod(groupSetter(group));
      } else {
        type.addMethod(setter(group));
        if (group.attributes().get(0).mayBeAbsent()) {
          type.addMethod(remover(group));
        }
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
    return constructor
        .addStatement(
            "this.expression = new $T($S)",
            context.support().updateExpression(),
            entity.key().partition().get(0).key().name())
        .build();
  }

  /** {@code public MessageUpdate text(String text)}. */
  private MethodSpec setter(Group group) {
    Attribute attribute = group.attributes().get(0);
    String name = JavaNames.component(attribute.name());
    ParameterSpec parameter =
        ParameterSpec.builder(context.mapping().type(attribute.type()), name).build();
    CodeBlock field = new LocalNames(List.of(parameter)).field("expression");
    CodeBlock value =
        context.mapping().writeChecked(attribute.type(), name, CodeBlock.of("$L", name));
    MethodSpec.Builder method =
        MethodSpec.methodBuilder(name)
            .addModifiers(Modifier.PUBLIC)
            .addParameter(parameter)
            .returns(className())
            .addCode(set(attribute, name, field, value));
    addRewrites(method, group, field, "");
    return method.addStatement("return this").build();
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
            .returns(className())
            .addStatement("expression.remove($S)", attribute.storedName());
    for (EntityKey.Part part : group.rewritten()) {
      method.addStatement("expression.remove($S)", part.key().name());
    }
    return method.addStatement("return this").build();
  }

  /** {@code public ShipmentUpdate stateAndDue(Part<State> state, Part<LocalDate> due)}. */
  private MethodSpec groupSetter(Group group) {
    String name =
        group.attributes().stream()
            .map(attribute -> JavaNames.variable(attribute.name()))
            .map(JavaNames::capitalised)
            .collect(Collectors.joining("And"));
    Set<String> keys = new TreeSet<>();
    group.rewritten().forEach(part -> keys.add(JavadocText.code(part.key().name())));
    MethodSpec.Builder method =
        MethodSpec.methodBuilder(JavaNames.decapitalised(name))
            .addJavadoc(
                JavadocText.of("Sets what " + String.join(" and ", keys) + " is made of.")
                    .paragraph(
                        "All of it has to be known: what does not change is given as"
                            + " {@code Part.unchanged}, and the update demands that it is so.")
                    .toCode())
            .addModifiers(Modifier.PUBLIC)
            .returns(className());
    for (Attribute attribute : group.attributes()) {
      method.addParameter(
          ParameterizedTypeName.get(
              context.support().part(), context.mapping().type(attribute.type()).box()),
          JavaNames.component(attribute.name()));
    }
    CodeBlock field = new LocalNames(method.build().parameters()).field("expression");
    for (Attribute attribute : group.attributes()) {
      addPart(method, attribute, field);
    }
    addRewrites(method, group, field, ".value()");
    return method.addStatement("return this").build();
  }

  private void addPart(MethodSpec.Builder method, Attribute attribute, CodeBlock field) {
    String name = JavaNames.component(attribute.name());
    CodeBlock value =
        context.mapping().writeChecked(attribute.type(), name, CodeBlock.of("$L.value()", name));
    method
        .beginControlFlow("if ($L.isNew())", name)
        .addStatement("$L.set($S,$W$L)", field, attribute.storedName(), value)
        .nextControlFlow("else")
        .addStatement("$L.demand($S,$W$L)", field, attribute.storedName(), value)
        .endControlFlow();
  }

  private void addRewrites(
      MethodSpec.Builder method, Group group, CodeBlock field, String accessor) {
    LocalNames names = new LocalNames(method.build().parameters());
    for (EntityKey.Part part : group.rewritten()) {
      CodeBlock value =
          functions.value(
              part,
              attribute ->
                  group.attributes().contains(attribute)
                      ? CodeBlock.of("$L$L", JavaNames.component(attribute.name()), accessor)
                      : CodeBlock.of(
                          "$L.$L()", names.field("key"), JavaNames.component(attribute.name())));
      method.addStatement("$L.set($S,$W$L)", field, part.key().name(), value);
    }
  }

  /** {@code UpdateExpression expression()}. */
  private MethodSpec expression() {
    return MethodSpec.methodBuilder("expression")
        .returns(context.support().updateExpression())
        .addStatement("return expression")
        .build();
  }
}
