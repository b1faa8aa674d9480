package dev.keyplan.emit.java;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.ParameterSpec;
import com.palantir.javapoet.ParameterizedTypeName;
import com.palantir.javapoet.TypeName;
import dev.keyplan.model.Entity;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import javax.lang.model.element.Modifier;

/**
 * Writes the methods that make the requests of the built-in update, whose changes a lambda names.
 */
final class UpdateMethods {
  private final JavaContext context;
  private final Entity entity;
  private final EntityTypes types;

  UpdateMethods(JavaContext context, Entity entity) {
    this.context = context;
    this.entity = entity;
    this.types = JavaContext.types(entity);
  }

  /** The request, and the same as a member of a transaction. */
  List<MethodSpec> all() {
    if (!entity.uniques().isEmpty()) {
      return guarded();
    }
    MethodSpec update = entity.isChangedAsRead() ? asRead() : update();
    return List.of(
        update, WriteMethods.ofEntity(context, entity).action("update", parameters(), "update"));
  }

  /** {@code public UpdateItemRequest update(Message.Key key, Consumer<MessageUpdate> changes)}. */
  private MethodSpec update() {
    List<ParameterSpec> parameters = parameters();
    List<CodeBlock> arguments = new ArrayList<>();
    if (new IndexKeyGroups(entity).needsKey()) {
      arguments.add(CodeBlock.of("key"));
    }
    entity.touched().ifPresent(touched -> arguments.add(CodeBlock.of("now")));
    return MethodSpec.methodBuilder("update")
        .addModifiers(Modifier.PUBLIC)
        .addParameters(parameters)
        .returns(Sdk.UPDATE_ITEM_REQUEST)
        .addStatement("$1T update = new $1T($2L)", types.update(), CodeBlock.join(arguments, ", "))
        .addStatement("changes.accept(update)")
        .addStatement(
            "return update\n.expression()\n.applyTo($T.builder())\n.tableName(table.name())"
                + "\n.key($T.key(key))\n.returnValues($T.ALL_NEW)$L\n.build()",
            Sdk.UPDATE_ITEM_REQUEST,
            types.codec(),
            Sdk.RETURN_VALUE,
            WriteConditions.returnOld())
        .build();
  }

  /** {@code public UpdateItemRequest update(Order current, Consumer<OrderUpdate> changes)}. */
  private MethodSpec asRead() {
    CodeBlock change =
        new WriteRequests(context, entity)
            .asRead()
            .change("current", "changed", CodeBlock.of("table.name()"), CodeBlock.of(""));
    return MethodSpec.methodBuilder("update")
        .addModifiers(Modifier.PUBLIC)
        .addParameters(parameters())
        .returns(Sdk.UPDATE_ITEM_REQUEST)
        .addCode(changed())
        .addStatement(
            "return $L\n.returnValues($T.ALL_NEW)$L\n.build()",
            change,
            Sdk.RETURN_VALUE,
            WriteConditions.returnOld())
        .build();
  }

  /** {@code CustomerUpdate update = …; Customer changed = …;}. */
  private CodeBlock changed() {
    return CodeBlock.builder()
        .addStatement("$1T update = new $1T(current)", types.update())
        .addStatement("changes.accept(update)")
        .addStatement(
            "$T changed = update.changed()$L",
            types.entity(),
            new Stamps(entity, context.mapping()).changed("now", "current"))
        .build();
  }

  /** An update with its guards: as a request, as actions, and its two steps for the repository. */
  private List<MethodSpec> guarded() {
    List<ParameterSpec> stored = parameters();
    boolean takesTime = GuardExpressions.needTime(entity);
    List<ParameterSpec> parameters = takesTime ? Stamps.withTime(parameters(entity)) : stored;
    String now = Stamps.timeOf(parameters);
    TypeName actions =
        ParameterizedTypeName.get(ClassName.get(List.class), Sdk.TRANSACT_WRITE_ITEM);
    GuardExpressions guards = new GuardExpressions(context, entity);
    CodeBlock change =
        new WriteRequests(context, entity)
            .asRead()
            .change("current", "changed", CodeBlock.of("table.name()"), CodeBlock.of(""));
    MethodSpec update = ActionMethods.request(context, "update", parameters);
    MethodSpec.Builder updateActions =
        MethodSpec.methodBuilder("updateActions")
            .addJavadoc(
                "{@link #update} as members of a transaction: the item first, then its guards.")
            .addModifiers(Modifier.PUBLIC)
            .addParameters(parameters)
            .returns(actions)
            .addStatement(
                "return changeActions(current, afterUpdate($L)$L)",
                Signatures.arguments(stored),
                takesTime ? CodeBlock.of(", $L", now) : CodeBlock.of(""));
    MethodSpec.Builder afterUpdate =
        MethodSpec.methodBuilder("afterUpdate")
            .addParameters(stored)
            .returns(types.entity())
            .addCode(changed())
            .addStatement("return changed");
    MethodSpec.Builder changeActions =
        MethodSpec.methodBuilder("changeActions")
            .addParameter(types.entity(), "current")
            .addParameter(types.entity(), "changed")
            .addParameters(takesTime ? parameters.subList(2, 3) : List.of())
            .returns(actions)
            .addStatement(
                "$T request = $L$L\n.build()",
                Sdk.UPDATE_ITEM_REQUEST,
                change,
                WriteConditions.returnOld())
            .addStatement(
                "return $L",
                guards.with(
                    CodeBlock.of("$T.update(request)", context.support().actions()),
                    guards.item("current"),
                    guards.item("changed"),
                    now));
    return List.of(update, updateActions.build(), afterUpdate.build(), changeActions.build());
  }

  private List<ParameterSpec> parameters() {
    List<ParameterSpec> parameters = parameters(entity);
    return entity.touched().isPresent() ? Stamps.withTime(parameters) : parameters;
  }

  /** Those of the repository's method. */
  static List<ParameterSpec> parameters(Entity entity) {
    EntityTypes types = JavaContext.types(entity);
    ParameterSpec subject =
        entity.isChangedAsRead()
            ? ParameterSpec.builder(types.entity(), "current").build()
            : ParameterSpec.builder(types.key(), "key").build();
    return List.of(
        subject,
        ParameterSpec.builder(
                ParameterizedTypeName.get(ClassName.get(Consumer.class), types.update()), "changes")
            .build());
  }
}
