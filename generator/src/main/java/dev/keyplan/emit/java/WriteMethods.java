package dev.keyplan.emit.java;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.ParameterSpec;
import dev.keyplan.model.Entity;
import dev.keyplan.model.Operand;
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
    if (action instanceof WriteAction.Check) {
      return List.of();
    }
    if (ActionMethods.areNeeded(action)) {
      return actions().of(name, action, parameters);
    }
    return List.of(request(name, action, parameters), action(name, parameters, kind(action)));
  }

  /** For a write that may take several actions. */
  ActionMethods actions() {
    return new ActionMethods(context, entity, requests, table, visibility);
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

  private CodeBlock tableName(List<ParameterSpec> parameters) {
    return CodeBlock.of("$L.name()", new LocalNames(parameters).field(table));
  }
}
