package dev.keyplan.emit.java;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.ParameterSpec;
import com.palantir.javapoet.ParameterizedTypeName;
import com.palantir.javapoet.TypeName;
import dev.keyplan.model.Entity;
import dev.keyplan.model.Returned;
import dev.keyplan.naming.JavaNames;
import dev.keyplan.plan.WriteAction;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import javax.lang.model.element.Modifier;

/** Writes the methods of a repository that send single writes. */
final class WriteCalls {
  private final JavaContext context;
  private final Entity entity;
  private final EntityTypes types;
  private final WriteResults results;
  private final Stamps stamps;

  WriteCalls(JavaContext context, Entity entity) {
    this.context = context;
    this.entity = entity;
    this.types = JavaContext.types(entity);
    this.results = new WriteResults(types);
    this.stamps = new Stamps(entity, context.mapping());
  }

  /** The methods of a write, given its parameters, of which the first is what is written. */
  List<MethodSpec> of(
      String name, WriteAction action, List<ParameterSpec> parameters, JavadocText text) {
    if (action instanceof WriteAction.Put put) {
      return puts(name, put, parameters, text);
    }
    if (action instanceof WriteAction.Move) {
      text.paragraph(
          "If the key does not change, the item is put in place, if it is as it was read."
              + " Attributes that the model does not know are not kept.");
      text.exception(
          types.conditionFailedException(),
          "if it was changed, moved or deleted since, or the new key is taken");
      return List.of(
          action.isGuarded()
              ? changed(name, parameters, text, false)
              : move(name, parameters, text));
    }
    if (action instanceof WriteAction.Update update) {
      text.exception(
          types.conditionFailedException(),
          action.isAsRead()
              ? "if it was changed or deleted since, or is not as demanded"
              : "if there is none, or it is not as demanded");
      return List.of(
          update.isGuarded()
              ? changed(name, parameters, text, true)
              : update(
                  name,
                  parameters,
                  text,
                  update.isAsRead(),
                  WriteRequests.demand(action),
                  update.returned()));
    }
    return List.of(delete(name, (WriteAction.Delete) action, parameters, text));
  }

  /** {@code public Message post(Message message)}, and the same with a builder. */
  private List<MethodSpec> puts(
      String name, WriteAction.Put put, List<ParameterSpec> parameters, JavadocText text) {
    if (isConditional(put)) {
      text.exception(
          types.conditionFailedException(),
          put.mustNotExist()
              ? "if it exists"
              : entity.isChangedAsRead()
                  ? "if it was changed or deleted since, or is not as demanded"
                  : "if it is not as demanded");
    }
    if (put.isGuarded()) {
      taken(text);
    }
    if (put.returned() == Returned.OLD) {
      text.paragraph("Returns what was there before.");
    }
    MethodSpec.Builder method =
        MethodSpec.methodBuilder(name)
            .addJavadoc(text.toCode())
            .addModifiers(Modifier.PUBLIC)
            .addParameters(parameters)
            .returns(results.type(put.returned()));
    LocalNames names = new LocalNames(parameters);
    boolean takesBuilder =
        !BuilderSpec.timed(entity.attributes()).isEmpty()
            && (put.mustNotExist() || !entity.isChangedAsRead());
    if (!takesBuilder) {
      return List.of(
          method.addCode(putBody(name, put, parameters, Stamps.reading(names), names)).build());
    }
    if (!stamps.needTime()) {
      return List.of(
          method.addCode(putBody(name, put, parameters, CodeBlock.of(""), names)).build(),
          withBuilder(name, parameters, put.returned()));
    }
    List<ParameterSpec> timed = Stamps.withTime(parameters);
    String now = timed.get(parameters.size()).name();
    return List.of(
        method
            .addStatement(
                put.returned() == Returned.NONE ? "$L($L, $L)" : "return $L($L, $L)",
                name,
                Signatures.arguments(parameters),
                Stamps.reading(names))
            .build(),
        withBuilder(name, parameters, put.returned()),
        MethodSpec.methodBuilder(name)
            .addModifiers(Modifier.PRIVATE)
            .addParameters(timed)
            .returns(results.type(put.returned()))
            .addCode(putBody(name, put, parameters, CodeBlock.of("$L", now), new LocalNames(timed)))
            .build());
  }

  private static boolean isConditional(WriteAction.Put put) {
    return put.mustNotExist() || put.condition().isPresent() || put.isAsRead();
  }

  /** Sends it, and returns what is stored. */
  private CodeBlock putBody(
      String name,
      WriteAction.Put put,
      List<ParameterSpec> parameters,
      CodeBlock time,
      LocalNames names) {
    if (put.isGuarded()) {
      return guardedPut(name, put, parameters, time, names);
    }
    CodeBlock made =
        CodeBlock.of("$L.$L($L)", names.field("requests"), name, timed(parameters, time));
    CodeBlock.Builder body = CodeBlock.builder();
    CodeBlock request = made;
    CodeBlock stored = CodeBlock.of("$N", parameters.get(0));
    if (stamps.isNeeded()) {
      String variable = names.variable("request");
      body.addStatement("$T $L = $L", Sdk.PUT_ITEM_REQUEST, variable, made);
      request = CodeBlock.of("$L", variable);
      stored = CodeBlock.of("$T.read($L.item())", types.codec(), variable);
    }
    CodeBlock send = CodeBlock.of("$L.putItem($L)", names.field("client"), request);
    CodeBlock sent =
        put.returned() == Returned.OLD
            ? results.before(Sdk.PUT_ITEM_RESPONSE, send, names)
            : CodeBlock.builder().addStatement("$L", send).build();
    if (isConditional(put)) {
      body.beginControlFlow("try")
          .add(sent)
          .add(conditionFailed(name, WriteRequests.demand(put), names));
    } else {
      body.add(sent);
    }
    return put.returned() == Returned.NEW
        ? body.addStatement("return $L", stored).build()
        : body.build();
  }

  private CodeBlock guardedPut(
      String name,
      WriteAction.Put put,
      List<ParameterSpec> parameters,
      CodeBlock time,
      LocalNames names) {
    String actions = names.variable("actions");
    return CodeBlock.builder()
        .add(actions(actions, name, timed(parameters, time), names))
        .addStatement("send($S, $L, $S)", label(name), actions, WriteRequests.demand(put))
        .addStatement("return $T.read($L.get(0).put().item())", types.codec(), actions)
        .build();
  }

  /** {@code List<TransactWriteItem> actions = requests.createActions(…);}. */
  private static CodeBlock actions(
      String variable, String name, CodeBlock arguments, LocalNames names) {
    return CodeBlock.builder()
        .addStatement(
            "$T $L =$W$L.$LActions($L)",
            ParameterizedTypeName.get(ClassName.get(List.class), Sdk.TRANSACT_WRITE_ITEM),
            variable,
            names.field("requests"),
            name,
            arguments)
        .build();
  }

  /** {@code private void send(String pattern, List<TransactWriteItem> actions, …)}. */
  MethodSpec send() {
    return MethodSpec.methodBuilder("send")
        .addModifiers(Modifier.PRIVATE)
        .addParameter(String.class, "pattern")
        .addParameter(
            ParameterizedTypeName.get(ClassName.get(List.class), Sdk.TRANSACT_WRITE_ITEM),
            "actions")
        .addParameter(String[].class, "demands")
        .varargs()
        .addStatement(
            "new $T(\n$>$>client,\n$L,\n$T::read,\n$T::new)$<$<\n.send(pattern, actions, demands)",
            context.support().guardedWrite(),
            new GuardExpressions(context, entity).guards(),
            types.codec(),
            types.conditionFailedException())
        .build();
  }

  private void taken(JavadocText text) {
    text.exception(
        context.support().uniqueValueTakenException(), "if another one has a value that is unique");
  }

  /** The arguments of a request: those of the method, and the time where it is stored. */
  private CodeBlock timed(List<ParameterSpec> parameters, CodeBlock time) {
    CodeBlock arguments = Signatures.arguments(parameters);
    return stamps.needTime() ? CodeBlock.of("$L, $L", arguments, time) : arguments;
  }

  /** {@code public Message post(Message.Builder message)}. */
  private MethodSpec withBuilder(String name, List<ParameterSpec> parameters, Returned returned) {
    ParameterSpec subject =
        ParameterSpec.builder(types.builder(), parameters.get(0).name()).build();
    List<ParameterSpec> others = parameters.subList(1, parameters.size());
    List<ParameterSpec> all = new ArrayList<>(List.of(subject));
    all.addAll(others);
    LocalNames names = new LocalNames(all);
    CodeBlock.Builder body = CodeBlock.builder();
    CodeBlock time = Stamps.reading(names);
    if (stamps.needTime()) {
      String now = names.variable("now");
      body.addStatement("$T $L = $L", Instant.class, now, time);
      time = CodeBlock.of("$L", now);
    }
    CodeBlock.Builder arguments = CodeBlock.builder().add("$N.build($L)", subject, time);
    others.forEach(other -> arguments.add(", $N", other));
    if (stamps.needTime()) {
      arguments.add(", $L", time);
    }
    return MethodSpec.methodBuilder(name)
        .addJavadoc(
            JavadocText.of(
                    "{@link #"
                        + name
                        + "} with the time of the table's clock for what the builder leaves out"
                        + (returned == Returned.NEW ? "; returns what is stored." : "."))
                .toCode())
        .addModifiers(Modifier.PUBLIC)
        .addParameters(all)
        .returns(results.type(returned))
        .addCode(body.build())
        .addStatement(
            returned == Returned.NONE ? "$L($L)" : "return $L($L)", name, arguments.build())
        .build();
  }

  /**
   * {@code public Order pay(Order.Key key)}, which returns the entity as it is then unless it is to
   * return something else.
   */
  MethodSpec update(
      String name,
      List<ParameterSpec> parameters,
      JavadocText text,
      boolean isAsRead,
      String demand,
      Returned returned) {
    LocalNames names = new LocalNames(parameters);
    boolean returnsItem = returned != Returned.NONE;
    if (returned == Returned.OLD) {
      text.paragraph("Returns the item as it was before.");
    }
    if (isAsRead) {
      text.parameter(parameters.get(0).name(), "as it was read");
    }
    MethodSpec.Builder method =
        MethodSpec.methodBuilder(name)
            .addJavadoc(text.toCode())
            .addModifiers(Modifier.PUBLIC)
            .addParameters(parameters)
            .returns(returnsItem ? types.entity() : TypeName.VOID);
    CodeBlock request =
        CodeBlock.of(
            "$L.$L($L)", names.field("requests"), name, timed(parameters, Stamps.reading(names)));
    if (stamps.needTime()) {
      String variable = names.variable("request");
      method.addStatement("$T $L =$W$L", Sdk.UPDATE_ITEM_REQUEST, variable, request);
      request = CodeBlock.of("$L", variable);
    }
    CodeBlock send = CodeBlock.of("$L.updateItem($L)", names.field("client"), request);
    return method
        .beginControlFlow("try")
        .addStatement(
            "$L",
            returnsItem
                ? CodeBlock.of("return $T.read($L.attributes())", types.codec(), send)
                : send)
        .addCode(conditionFailed(name, demand, names))
        .build();
  }

  /**
   * {@code public Customer rename(Customer current, String email)}: an update or a move with its
   * guards.
   */
  private MethodSpec changed(
      String name, List<ParameterSpec> parameters, JavadocText text, boolean isUpdate) {
    LocalNames names = new LocalNames(parameters);
    String now = names.variable("now");
    String actions = names.variable("actions");
    text.parameter(parameters.get(0).name(), "as it was read");
    taken(text);
    MethodSpec.Builder method =
        MethodSpec.methodBuilder(name)
            .addJavadoc(text.toCode())
            .addModifiers(Modifier.PUBLIC)
            .addParameters(parameters)
            .returns(types.entity());
    if (stamps.needTime()) {
      method.addStatement("$T $L = $L", Instant.class, now, Stamps.reading(names));
    }
    CodeBlock arguments = timed(parameters, CodeBlock.of("$L", now));
    return method
        .addCode(actions(actions, name, arguments, names))
        .addStatement(
            isUpdate ? "send($S, $L, $S)" : "send($S, $L, $S, \"no item has the new key\")",
            label(name),
            actions,
            "the item is as it was read, and the condition of the pattern holds")
        .addStatement(
            "return $L.after$L($L)",
            names.field("requests"),
            JavaNames.capitalised(name),
            arguments)
        .build();
  }

  /** {@code public Customer update(Customer current, Consumer<CustomerUpdate> changes)}. */
  MethodSpec guardedUpdate(List<ParameterSpec> parameters, JavadocText text) {
    text.parameter("current", "as it was read");
    taken(text);
    return MethodSpec.methodBuilder("update")
        .addJavadoc(text.toCode())
        .addModifiers(Modifier.PUBLIC)
        .addParameters(parameters)
        .returns(types.entity())
        .addStatement(
            "$T changed = requests.afterUpdate($L)",
            types.entity(),
            timed(parameters, Stamps.reading(new LocalNames(parameters))))
        .addStatement(
            "send($S,$Wrequests.changeActions(current, changed),$W$S)",
            label("update"),
            "the item is as it was read")
        .addStatement("return changed")
        .build();
  }

  /** {@code public Optional<Message> delete(Message.Key key)}, which returns what was there. */
  private MethodSpec delete(
      String name, WriteAction.Delete delete, List<ParameterSpec> parameters, JavadocText text) {
    LocalNames names = new LocalNames(parameters);
    boolean returnsItem = delete.returned() == Returned.OLD;
    CodeBlock send =
        CodeBlock.of(
            "$L.deleteItem($L.$L($L))",
            names.field("client"),
            names.field("requests"),
            name,
            Signatures.arguments(parameters));
    if (delete.isAsRead()) {
      return deleteAsRead(name, delete, parameters, text, send);
    }
    MethodSpec.Builder method =
        MethodSpec.methodBuilder(name)
            .addModifiers(Modifier.PUBLIC)
            .addParameters(parameters)
            .returns(results.type(delete.returned()));
    if (delete.condition().isPresent()) {
      text.exception(types.conditionFailedException(), "if it is not as demanded");
      method.beginControlFlow("try");
    }
    method.addCode(
        returnsItem
            ? results.before(Sdk.DELETE_ITEM_RESPONSE, send, names)
            : CodeBlock.builder().addStatement("$L", send).build());
    if (delete.condition().isPresent()) {
      method.addCode(conditionFailed(name, WriteRequests.demand(delete), names));
    }
    return method.addJavadoc(text.toCode()).build();
  }

  /** {@code public void delete(Order current)}. */
  private MethodSpec deleteAsRead(
      String name,
      WriteAction.Delete delete,
      List<ParameterSpec> parameters,
      JavadocText text,
      CodeBlock send) {
    text.parameter(parameters.get(0).name(), "as it was read");
    text.exception(
        types.conditionFailedException(),
        delete.condition().isPresent()
            ? "if it was changed or deleted since, or is not as demanded"
            : "if it was changed or deleted since");
    MethodSpec.Builder method =
        MethodSpec.methodBuilder(name)
            .addJavadoc(text.toCode())
            .addModifiers(Modifier.PUBLIC)
            .addParameters(parameters);
    if (delete.isGuarded()) {
      CodeBlock actions =
          CodeBlock.of(
              "$L.$LActions($L)",
              new LocalNames(parameters).field("requests"),
              name,
              Signatures.arguments(parameters));
      return method
          .addStatement("send($S,$W$L,$W$S)", label(name), actions, WriteRequests.demand(delete))
          .build();
    }
    return method
        .beginControlFlow("try")
        .addStatement("$L", send)
        .addCode(conditionFailed(name, WriteRequests.demand(delete), new LocalNames(parameters)))
        .build();
  }

  /** {@code public Conversation bump(Conversation current, Instant at, String preview)}. */
  private MethodSpec move(String name, List<ParameterSpec> parameters, JavadocText text) {
    text.parameter(parameters.get(0).name(), "as it was read");
    LocalNames names = new LocalNames(parameters);
    String now = names.variable("now");
    String failure = names.variable("e");
    CodeBlock arguments = timed(parameters, CodeBlock.of("$L", now));
    MethodSpec.Builder method =
        MethodSpec.methodBuilder(name)
            .addJavadoc(text.toCode())
            .addModifiers(Modifier.PUBLIC)
            .addParameters(parameters)
            .returns(types.entity());
    if (stamps.needTime()) {
      method.addStatement("$T $L = $L", Instant.class, now, Stamps.reading(names));
    }
    return method
        .beginControlFlow("try")
        .addStatement(
            "$L.transactWriteItems($L.$L($L))",
            names.field("client"),
            names.field("requests"),
            name,
            arguments)
        .addStatement(
            "return $L.after$L($L)",
            names.field("requests"),
            JavaNames.capitalised(name),
            arguments)
        .nextControlFlow("catch ($T $L)", Sdk.TRANSACTION_CANCELED, failure)
        .addStatement(
            "throw $T.of(\n$S,\n$L,\n$T::read,\n$T::new)",
            context.support().moveFailure(),
            label(name),
            failure,
            types.codec(),
            types.conditionFailedException())
        .endControlFlow()
        .build();
  }

  /** The end of a {@code try} around a conditional write. */
  private CodeBlock conditionFailed(String name, String demand, LocalNames names) {
    String failure = names.variable("e");
    return CodeBlock.builder()
        .nextControlFlow("catch ($T $L)", Sdk.CONDITIONAL_CHECK_FAILED, failure)
        .addStatement(
            "throw new $T(\n$S,$W$S,$W$L.item(),$W$L)",
            types.conditionFailedException(),
            label(name),
            demand,
            failure,
            failure)
        .endControlFlow()
        .build();
  }

  private String label(String name) {
    return entity.name().name() + "." + name;
  }
}
