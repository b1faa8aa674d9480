package dev.keyplan.emit.java;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.ParameterSpec;
import com.palantir.javapoet.TypeSpec;
import dev.keyplan.emit.java.IndexKeyGroups.Group;
import dev.keyplan.model.Attribute;
import dev.keyplan.model.BuiltInMethod;
import dev.keyplan.model.Entity;
import dev.keyplan.model.Facts;
import dev.keyplan.model.IndexKey;
import dev.keyplan.model.NumberBounds;
import dev.keyplan.model.TypeKind;
import dev.keyplan.naming.JavaNames;
import java.time.Instant;
import java.util.List;
import javax.lang.model.element.Modifier;

/**
 * Writes what an update may change of an entity. Index keys that a change is part of are rewritten
 * with it.
 */
final class UpdateSpec extends EntityClassSpec {
  private final KeyFunctions functions;
  private final IndexKeyGroups groups;
  private final UpdatedKeys keys;

  UpdateSpec(JavaContext context, Entity entity) {
    super(context, entity);
    this.functions = context.keyFunctions(entity);
    this.groups = new IndexKeyGroups(entity);
    this.keys = new UpdatedKeys(context, entity);
  }

  /** Whether there is anything to update: an entity may be all key, or not want the method. */
  static boolean isNeeded(Entity entity) {
    return entity.builtIns().contains(BuiltInMethod.UPDATE)
        && !new IndexKeyGroups(entity).groups().isEmpty();
  }

  /** The attributes that an update may change. */
  static List<Attribute> updatable(Entity entity) {
    return new IndexKeyGroups(entity)
        .groups().stream().flatMap(group -> group.attributes().stream()).toList();
  }

  /**
   * Those that it may change where they are: what is given as it was read is known, and else no
   * index key may be made of it. What only the text of a key holds is at no place of its own.
   */
  static List<Attribute> reachable(Entity entity) {
    return entity.isChangedAsRead()
        ? updatable(entity).stream().filter(a -> entity.keyPlace(a).isEmpty()).toList()
        : new IndexKeyGroups(entity)
            .groups().stream()
                .filter(group -> isOutsideOfKeys(group, entity))
                .map(group -> group.attributes().get(0))
                .toList();
  }

  private static boolean isOutsideOfKeys(Group group, Entity entity) {
    Attribute attribute = group.attributes().get(0);
    return group.keys().isEmpty()
        && !entity.isStoredAsIndexKey(attribute)
        && entity.keyPlace(attribute).isEmpty();
  }

  /** Whether an update may demand something of the item, besides that there is one. */
  static boolean mayDemand(Entity entity) {
    return reachable(entity).stream()
        .anyMatch(a -> NumberBounds.of(a.type()).isPresent() || InnerUpdates.hasParts(a.type()));
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
    UpdateNames names = new UpdateNames(entity.attributes());
    UpdateTarget target = UpdateTarget.ofExpression();
    RelativeUpdates relative = new RelativeUpdates(context, className(), names, target);
    InnerUpdates inner = new InnerUpdates(context, names, relative);
    GroupSetter groupSetter = new GroupSetter(context, entity, keys);
    List<Attribute> reachable = reachable(entity);
    for (Group group : groups.groups()) {
      Attribute attribute = group.attributes().get(0);
      if (group.attributes().size() > 1) {
        type.addMethod(groupSetter.of(group, names));
      } else {
        type.addMethod(setter(group));
        if (attribute.mayBeAbsent()) {
          type.addMethod(remover(group));
        }
        if (reachable.contains(attribute)) {
          type.addMethods(relative.ofWhole(attribute)).addMethods(inner.of(attribute));
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
          "expression.set($S, $L)",
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
      constructor.addStatement("expression.set($S, $L)", key.part().key().name(), value);
    }
  }

  /** {@code public MessageUpdate text(String text)}. */
  private MethodSpec setter(Group group) {
    Attribute attribute = group.attributes().get(0);
    String name = JavaNames.component(attribute.name());
    ParameterSpec parameter =
        ParameterSpec.builder(context.mapping().type(attribute.type()), name).build();
    CodeBlock field = new LocalNames(List.of(parameter)).field("expression");
    CodeBlock value = keys.written(attribute, CodeBlock.of("$L", name));
    MethodSpec.Builder method =
        MethodSpec.methodBuilder(name)
            .addModifiers(Modifier.PUBLIC)
            .addParameter(parameter)
            .returns(className())
            .addCode(
                keys.isHeldInKey(attribute)
                    ? CodeBlock.of("")
                    : set(attribute, name, field, value));
    Facts facts = attribute.isOptional() ? Facts.NONE.withPresent(attribute) : Facts.NONE;
    AttributeValues values =
        UpdatedKeys.values(
            group,
            method,
            a -> keys.checked(a, CodeBlock.of("$L", name)),
            a -> CodeBlock.of("true"));
    return method
        .addCode(keys.indexKeys(group, field, facts, values))
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
          .addStatement("$L.set($S, $L)", field, attribute.storedName(), value)
          .endControlFlow();
    } else {
      code.addStatement("$L.set($S, $L)", field, attribute.storedName(), value);
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
    if (!keys.isHeldInKey(attribute)) {
      method.addStatement("expression.remove($S)", attribute.storedName());
    }
    AttributeValues values =
        UpdatedKeys.values(group, method, a -> CodeBlock.of(""), a -> CodeBlock.of(""));
    return method
        .addCode(
            keys.indexKeys(
                group, CodeBlock.of("expression"), Facts.NONE.withAbsent(attribute), values))
        .addStatement("return this")
        .build();
  }

  /** {@code UpdateExpression expression()}. */
  private MethodSpec expression() {
    return MethodSpec.methodBuilder("expression")
        .returns(context.support().updateExpression())
        .addStatement("return expression")
        .build();
  }
}
