package dev.keyplan.emit.java;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.ParameterSpec;
import com.palantir.javapoet.ParameterizedTypeName;
import dev.keyplan.model.Entity;
import dev.keyplan.naming.JavaNames;
import dev.keyplan.plan.WriteAction;
import java.util.ArrayList;
import java.util.List;
import javax.lang.model.element.Modifier;

/**
 * Writes the methods of writes that may take several actions: moves, and those with guards. What
 * turns out to be one action is a request of its own.
 */
final class ActionMethods {
  private final JavaContext context;
  private final Entity entity;
  private final WriteRequests requests;
  private final String table;
  private final Modifier[] visibility;

  /**
   * @param table the field that has the table
   */
  ActionMethods(
      JavaContext context,
      Entity entity,
      WriteRequests requests,
      String table,
      Modifier... visibility) {
    this.context = context;
    this.entity = entity;
    this.requests = requests;
    this.table = table;
    this.visibility = visibility;
  }

  static boolean areNeeded(WriteAction action) {
    return action instanceof WriteAction.Move || action.isGuarded();
  }

  /** The request, and what it does as members of a transaction. */
  List<MethodSpec> of(String name, WriteAction action, List<ParameterSpec> parameters) {
    List<MethodSpec> methods = new ArrayList<>(List.of(request(context, name, parameters)));
    CodeBlock sentence = CodeBlock.of("{@link #$L} as members of a transaction", name);
    methods.addAll(members(name, action, parameters, sentence));
    return methods;
  }

  /** {@code public DynamoDbRequest bump(Conversation current, …)}. */
  static MethodSpec request(JavaContext context, String name, List<ParameterSpec> parameters) {
    return MethodSpec.methodBuilder(name)
        .addJavadoc(
            "A {@link $T}, unless one action is all of it.", Sdk.TRANSACT_WRITE_ITEMS_REQUEST)
        .addModifiers(Modifier.PUBLIC)
        .addParameters(parameters)
        .returns(Sdk.REQUEST)
        .addStatement(
            "return $T.request($LActions($L))",
            context.support().actions(),
            name,
            Signatures.arguments(parameters))
        .build();
  }

  /** The actions, and what the item is after an update or a move. */
  List<MethodSpec> members(
      String name, WriteAction action, List<ParameterSpec> parameters, CodeBlock sentence) {
    if (action instanceof WriteAction.Move move) {
      return List.of(moveActions(name, move, parameters, sentence), after(name, move, parameters));
    }
    MethodSpec actions =
        MethodSpec.methodBuilder(name + "Actions")
            .addJavadoc("$L: the item first, then its guards.", sentence)
            .addModifiers(visibility)
            .addParameters(parameters)
            .returns(ParameterizedTypeName.get(ClassName.get(List.class), Sdk.TRANSACT_WRITE_ITEM))
            .addCode(guardedActions(name, action, parameters))
            .build();
    return action instanceof WriteAction.Update
        ? List.of(actions, after(name, action, parameters))
        : List.of(actions);
  }

  private CodeBlock guardedActions(
      String name, WriteAction action, List<ParameterSpec> parameters) {
    GuardExpressions guards = new GuardExpressions(context, entity);
    if (action instanceof WriteAction.Put put) {
      return guardedPut(put, parameters, guards);
    }
    return action instanceof WriteAction.Update update
        ? guardedUpdate(name, update, parameters, guards)
        : guardedDelete(action, parameters, guards);
  }

  private CodeBlock guardedPut(
      WriteAction.Put put, List<ParameterSpec> parameters, GuardExpressions guards) {
    String request = new LocalNames(parameters).variable("request");
    return CodeBlock.builder()
        .addStatement(
            "$T $L = $L",
            Sdk.PUT_ITEM_REQUEST,
            request,
            requests.put(put, tableName(parameters), parameters))
        .addStatement(
            "return $L",
            guards.with(
                CodeBlock.of("$T.put($L)", context.support().actions(), request),
                GuardExpressions.noItem(),
                CodeBlock.of("$L.item()", request),
                Stamps.timeOf(parameters)))
        .build();
  }

  private CodeBlock guardedUpdate(
      String name,
      WriteAction.Update update,
      List<ParameterSpec> parameters,
      GuardExpressions guards) {
    LocalNames names = new LocalNames(parameters);
    String subject = parameters.get(0).name();
    String request = names.variable("request");
    String changed = names.variable("changed");
    AsReadRequests asRead = requests.asRead();
    return CodeBlock.builder()
        .addStatement(
            "$T $L = after$L($L)",
            JavaContext.types(entity).entity(),
            changed,
            JavaNames.capitalised(name),
            Signatures.arguments(withoutGuardTime(update, parameters)))
        .addStatement(
            "$T $L = $L$L\n.build()",
            Sdk.UPDATE_ITEM_REQUEST,
            request,
            asRead.change(subject, changed, tableName(parameters), asRead.and(update, parameters)),
            WriteConditions.returnOld())
        .addStatement(
            "return $L",
            guards.with(
                CodeBlock.of("$T.update($L)", context.support().actions(), request),
                guards.item(subject),
                guards.item(changed),
                Stamps.timeOf(parameters)))
        .build();
  }

  private CodeBlock guardedDelete(
      WriteAction action, List<ParameterSpec> parameters, GuardExpressions guards) {
    LocalNames names = new LocalNames(parameters);
    String subject = parameters.get(0).name();
    String request = names.variable("request");
    String asRead = names.variable("asRead");
    return CodeBlock.builder()
        .addStatement(
            "$T $L = $L",
            context.support().asRead(),
            asRead,
            requests.asRead().asRead(action, parameters))
        .addStatement(
            "$T $L =\n$L",
            Sdk.DELETE_ITEM_REQUEST,
            request,
            deleteAsRead(tableName(parameters), subject, asRead))
        .addStatement(
            "return $L",
            guards.without(
                CodeBlock.of("$T.delete($L)", context.support().actions(), request),
                guards.item(subject)))
        .build();
  }

  private CodeBlock deleteAsRead(CodeBlock table, String subject, String asRead) {
    return CodeBlock.builder()
        .add("$T.builder()$>$>\n.tableName($L)", Sdk.DELETE_ITEM_REQUEST, table)
        .add("\n.key($T.key($L.key()))", JavaContext.types(entity).codec(), subject)
        .add(AsReadRequests.conditionedBy(asRead))
        .add("\n.build()$<$<")
        .build();
  }

  /** {@code public List<TransactWriteItem> bumpActions(Conversation current, …)}. */
  private MethodSpec moveActions(
      String name, WriteAction.Move move, List<ParameterSpec> parameters, CodeBlock sentence) {
    EntityTypes types = JavaContext.types(entity);
    ParameterSpec subject = parameters.get(0);
    LocalNames names = new LocalNames(parameters);
    String moved = names.variable("moved");
    String asRead = names.variable("asRead");
    String request = names.variable("request");
    String created = names.variable("created");
    CodeBlock table = tableName(parameters);
    CodeBlock put =
        putMoved(table, moved)
            .add(AsReadRequests.conditionedBy(asRead))
            .add("\n.build()$<$<")
            .build();
    CodeBlock delete = deleteAsRead(table, subject.name(), asRead);
    GuardExpressions guards = new GuardExpressions(context, entity);
    CodeBlock create =
        putMoved(table, moved).add(requests.conditions().ifNew()).add("\n.build()$<$<").build();
    return MethodSpec.methodBuilder(name + "Actions")
        .addJavadoc("$L: one action, or two if the key changes.", sentence)
        .addModifiers(visibility)
        .addParameters(parameters)
        .returns(ParameterizedTypeName.get(ClassName.get(List.class), Sdk.TRANSACT_WRITE_ITEM))
        .addStatement(
            "$T $L = after$L($L)",
            types.entity(),
            moved,
            JavaNames.capitalised(name),
            Signatures.arguments(withoutGuardTime(move, parameters)))
        .addStatement(
            "$T $L = $L",
            context.support().asRead(),
            asRead,
            requests.asRead().asRead(move, parameters))
        .beginControlFlow("if ($L.key().equals($N.key()))", moved, subject)
        .addComment("DynamoDB refuses two actions on one item.")
        .addStatement("$T $L =\n$L", Sdk.PUT_ITEM_REQUEST, request, put)
        .addStatement(
            "return $L",
            inPlace(
                guards,
                CodeBlock.of("$T.put($L)", context.support().actions(), request),
                parameters,
                moved))
        .endControlFlow()
        .addStatement("$T $L =\n$L", Sdk.DELETE_ITEM_REQUEST, request, delete)
        .addStatement("$T $L =\n$L", Sdk.PUT_ITEM_REQUEST, created, create)
        .addStatement(
            "return $L",
            guarded(
                guards,
                CodeBlock.of(
                    "$1T.delete($2L), $1T.put($3L)", context.support().actions(), request, created),
                parameters,
                moved))
        .build();
  }

  /** The action of a move that keeps the key, with those of all guards. */
  private CodeBlock inPlace(
      GuardExpressions guards, CodeBlock action, List<ParameterSpec> parameters, String after) {
    return entity.uniques().isEmpty()
        ? CodeBlock.of("$T.of($L)", List.class, action)
        : guards.renewed(
            action,
            guards.item(parameters.get(0).name()),
            guards.item(after),
            Stamps.timeOf(parameters));
  }

  /** The actions of a move, with those of its guards. */
  private CodeBlock guarded(
      GuardExpressions guards, CodeBlock actions, List<ParameterSpec> parameters, String after) {
    return entity.uniques().isEmpty()
        ? CodeBlock.of("$T.of($L)", List.class, actions)
        : guards.with(
            actions,
            guards.item(parameters.get(0).name()),
            guards.item(after),
            Stamps.timeOf(parameters));
  }

  /** The parameters of a request without the time, where only the guards need it. */
  private static List<ParameterSpec> withoutGuardTime(
      WriteAction action, List<ParameterSpec> parameters) {
    return Stamps.needTime(action) && !Stamps.dependsOnTime(action)
        ? parameters.subList(0, parameters.size() - 1)
        : parameters;
  }

  /** {@code PutItemRequest.builder().tableName(table.name()).item(MessageCodec.write(moved))}. */
  private CodeBlock.Builder putMoved(CodeBlock table, String moved) {
    return CodeBlock.builder()
        .add("$T.builder()$>$>\n.tableName($L)", Sdk.PUT_ITEM_REQUEST, table)
        .add("\n.item($T.write($L))", JavaContext.types(entity).codec(), moved);
  }

  /** {@code Conversation afterBump(Conversation current, …)}. */
  private MethodSpec after(String name, WriteAction action, List<ParameterSpec> parameters) {
    return MethodSpec.methodBuilder("after" + JavaNames.capitalised(name))
        .addParameters(withoutGuardTime(action, parameters))
        .returns(JavaContext.types(entity).entity())
        .addStatement("return $L", requests.changed(action, parameters))
        .build();
  }

  private CodeBlock tableName(List<ParameterSpec> parameters) {
    return CodeBlock.of("$L.name()", new LocalNames(parameters).field(table));
  }
}
