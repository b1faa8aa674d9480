package dev.keyplan.emit.java;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.ParameterSpec;
import com.palantir.javapoet.ParameterizedTypeName;
import dev.keyplan.model.Entity;
import dev.keyplan.model.Operand;
import dev.keyplan.naming.JavaNames;
import dev.keyplan.plan.WriteAction;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import javax.lang.model.element.Modifier;

/** Writes the methods that make the requests of single writes, each also for transactions. */
final class WriteMethods {
  private final JavaContext context;
  private final Entity entity;
  private final String table;
  private final Modifier[] visibility;
  private final WriteRequests requests;

  private WriteMethods(JavaContext context, Entity entity, String table, Modifier... visibility) {
    this.context = context;
    this.entity = entity;
    this.table = table;
    this.visibility = visibility;
    this.requests = new WriteRequests(context, entity);
  }

  /** For the writes that are an entity's own. */
  static WriteMethods ofEntity(JavaContext context, Entity entity) {
    return new WriteMethods(context, entity, "table", Modifier.PUBLIC);
  }

  /**
   * For members of a transaction, which is in the requests of perhaps another entity.
   *
   * @param table the field that has the table
   */
  static WriteMethods ofMember(JavaContext context, Entity entity, String table) {
    return new WriteMethods(context, entity, table);
  }

  /**
   * The methods of a write, given its parameters, of which the first is what is written.
   *
   * @param key what the key is made of, where it is no parameter
   */
  List<MethodSpec> of(
      String name, WriteAction action, Map<String, Operand> key, List<ParameterSpec> pattern) {
    List<ParameterSpec> parameters = Stamps.ofRequest(action, pattern);
    if (!key.isEmpty()) {
      return List.of(
          requestByValues(name, action, key, parameters), action(name, parameters, kind(action)));
    }
    if (action instanceof WriteAction.Move move) {
      List<MethodSpec> methods = new ArrayList<>(List.of(moveRequest(name, parameters)));
      methods.addAll(
          moveMembers(
              name,
              move,
              parameters,
              CodeBlock.of("{@link #$L} as members of a transaction", name)));
      return methods;
    }
    if (action instanceof WriteAction.Check) {
      return List.of();
    }
    if (action.isGuarded()) {
      List<MethodSpec> methods = new ArrayList<>(List.of(moveRequest(name, parameters)));
      methods.addAll(
          guardedMembers(
              name,
              action,
              parameters,
              CodeBlock.of("{@link #$L} as members of a transaction", name)));
      return methods;
    }
    return List.of(request(name, action, parameters), action(name, parameters, kind(action)));
  }

  /** The methods of a write with its guards: its actions, and what the item is after an update. */
  List<MethodSpec> guardedMembers(
      String name, WriteAction action, List<ParameterSpec> parameters, CodeBlock sentence) {
    if (action instanceof WriteAction.Move move) {
      return moveMembers(name, move, parameters, sentence);
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
    LocalNames names = new LocalNames(parameters);
    CodeBlock table = tableName(parameters);
    String subject = parameters.get(0).name();
    String request = names.variable("request");
    ClassName helper = context.support().actions();
    CodeBlock.Builder code = CodeBlock.builder();
    if (action instanceof WriteAction.Put put) {
      CodeBlock made = requests.put(put, table, parameters);
      return code.addStatement("$T $L = $L", Sdk.PUT_ITEM_REQUEST, request, made)
          .addStatement(
              "return $L",
              guards.with(
                  CodeBlock.of("$T.put($L)", helper, request),
                  GuardExpressions.noItem(),
                  CodeBlock.of("$L.item()", request)))
          .build();
    }
    if (action instanceof WriteAction.Update update) {
      String changed = names.variable("changed");
      CodeBlock made =
          requests
              .asRead()
              .change(subject, changed, table, requests.asRead().and(update, parameters));
      return code.addStatement(
              "$T $L = after$L($L)",
              JavaContext.types(entity).entity(),
              changed,
              JavaNames.capitalised(name),
              Signatures.arguments(parameters))
          .addStatement(
              "$T $L = $L$L\n.build()",
              Sdk.UPDATE_ITEM_REQUEST,
              request,
              made,
              WriteConditions.returnOld())
          .addStatement(
              "return $L",
              guards.with(
                  CodeBlock.of("$T.update($L)", helper, request),
                  guards.item(subject),
                  guards.item(changed)))
          .build();
    }
    String asRead = names.variable("asRead");
    return code.addStatement(
            "$T $L =$W$L",
            context.support().asRead(),
            asRead,
            requests.asRead().asRead(action, parameters))
        .addStatement(
            "$T $L =\n$L", Sdk.DELETE_ITEM_REQUEST, request, deleteAsRead(table, subject, asRead))
        .addStatement(
            "return $L",
            guards.with(
                CodeBlock.of("$T.delete($L)", helper, request),
                guards.item(subject),
                GuardExpressions.noItem()))
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

  /** The methods of a move in a transaction: its actions, and what the item is after it. */
  List<MethodSpec> moveMembers(
      String name, WriteAction.Move move, List<ParameterSpec> parameters, CodeBlock sentence) {
    return List.of(moveActions(name, move, parameters, sentence), after(name, move, parameters));
  }

  /** {@code public UpdateItemRequest pay(UUID customerId, UUID id)}: the key is made of these. */
  private MethodSpec requestByValues(
      String name, WriteAction action, Map<String, Operand> key, List<ParameterSpec> parameters) {
    ParameterSpec subject = Signatures.subject(action, parameters);
    List<ParameterSpec> all = new ArrayList<>(List.of(subject));
    all.addAll(parameters);
    MethodSpec request = request(name, action, all);
    return MethodSpec.methodBuilder(name)
        .addModifiers(visibility)
        .addParameters(parameters)
        .returns(request.returnType())
        .addStatement("$T $N = $L", subject.type(), subject, context.key(entity, key))
        .addCode(request.code())
        .build();
  }

  /** {@code public PutItemRequest post(Message message)}, or the same for other writes. */
  MethodSpec request(String name, WriteAction action, List<ParameterSpec> parameters) {
    CodeBlock table = tableName(parameters);
    CodeBlock request;
    ClassName type;
    if (action instanceof WriteAction.Put put) {
      request = requests.put(put, table, parameters);
      type = Sdk.PUT_ITEM_REQUEST;
    } else if (action instanceof WriteAction.Update update) {
      request = requests.updates().update(update, table, parameters);
      type = Sdk.UPDATE_ITEM_REQUEST;
    } else if (action instanceof WriteAction.Delete delete) {
      request = requests.delete(delete, table, parameters);
      type = Sdk.DELETE_ITEM_REQUEST;
    } else {
      request = requests.check((WriteAction.Check) action, table, parameters);
      type = Sdk.CONDITION_CHECK;
    }
    return MethodSpec.methodBuilder(name)
        .addModifiers(visibility)
        .addParameters(parameters)
        .returns(type)
        .addStatement("return $L", request)
        .build();
  }

  /** Which of the helpers makes a transaction's action of a request. */
  static String kind(WriteAction action) {
    return action instanceof WriteAction.Put
        ? "put"
        : action instanceof WriteAction.Update ? "update" : "delete";
  }

  /** {@code public TransactWriteItem postAction(Message message)}. */
  MethodSpec action(String name, List<ParameterSpec> parameters, String kind) {
    return MethodSpec.methodBuilder(name + "Action")
        .addJavadoc("{@link #$L} as a member of a transaction.", name)
        .addModifiers(visibility)
        .addParameters(parameters)
        .returns(Sdk.TRANSACT_WRITE_ITEM)
        .addStatement(
            "return $T.$L($L($L))",
            context.support().actions(),
            kind,
            name,
            Signatures.arguments(parameters))
        .build();
  }

  /** {@code public TransactWriteItemsRequest bump(Conversation current, …)}. */
  private MethodSpec moveRequest(String name, List<ParameterSpec> parameters) {
    return MethodSpec.methodBuilder(name)
        .addModifiers(visibility)
        .addParameters(parameters)
        .returns(Sdk.TRANSACT_WRITE_ITEMS_REQUEST)
        .addStatement(
            "return $T.builder()\n.transactItems($LActions($L))\n.build()",
            Sdk.TRANSACT_WRITE_ITEMS_REQUEST,
            name,
            Signatures.arguments(parameters))
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
            Signatures.arguments(parameters))
        .addStatement(
            "$T $L =$W$L",
            context.support().asRead(),
            asRead,
            requests.asRead().asRead(move, parameters))
        .beginControlFlow("if ($L.key().equals($N.key()))", moved, subject)
        .addComment("DynamoDB refuses two actions on one item.")
        .addStatement("$T $L =\n$L", Sdk.PUT_ITEM_REQUEST, request, put)
        .addStatement(
            "return $L",
            guarded(
                guards,
                CodeBlock.of("$T.put($L)", context.support().actions(), request),
                subject.name(),
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
                subject.name(),
                moved))
        .build();
  }

  /** The actions of a move, with those of its guards. */
  private CodeBlock guarded(
      GuardExpressions guards, CodeBlock actions, String before, String after) {
    return entity.uniques().isEmpty()
        ? CodeBlock.of("$T.of($L)", List.class, actions)
        : guards.with(actions, guards.item(before), guards.item(after));
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
        .addParameters(parameters)
        .returns(JavaContext.types(entity).entity())
        .addStatement("return $L", requests.changed(action, parameters))
        .build();
  }

  private CodeBlock tableName(List<ParameterSpec> parameters) {
    return CodeBlock.of("$L.name()", new LocalNames(parameters).field(table));
  }
}
