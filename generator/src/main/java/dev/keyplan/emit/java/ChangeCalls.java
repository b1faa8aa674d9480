package dev.keyplan.emit.java;

import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.ParameterSpec;
import dev.keyplan.model.Entity;
import dev.keyplan.model.Returned;
import dev.keyplan.naming.JavaNames;
import dev.keyplan.plan.WriteAction;
import java.time.Instant;
import java.util.List;

/** Writes the methods of a repository that change an item, or move it. */
final class ChangeCalls {
  private final Entity entity;
  private final EntityTypes types;
  private final WriteCode code;

  ChangeCalls(Entity entity, WriteCode code) {
    this.entity = entity;
    this.types = JavaContext.types(entity);
    this.code = code;
  }

  /** {@code public Order pay(Order.Key key)}. */
  MethodSpec update(
      String name, WriteAction.Update update, List<ParameterSpec> parameters, JavadocText text) {
    text.exception(
        types.conditionFailedException(),
        update.isAsRead()
            ? "if it was changed or deleted since, or is not as demanded"
            : "if there is none, or it is not as demanded");
    return update.isGuarded()
        ? several(name, parameters, text, update)
        : update(name, parameters, text, update.isAsRead(), Demands.of(update), update.returned());
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
    if (returned == Returned.OLD) {
      text.paragraph("Returns the item as it was before.");
    }
    if (isAsRead) {
      text.parameter(parameters.get(0).name(), "as it was read");
    }
    CodeBlock request =
        WriteCode.request(name, code.timed(parameters, Stamps.reading(names)), names);
    CodeBlock prepared = CodeBlock.of("");
    if (code.needTime()) {
      String variable = names.variable("request");
      prepared =
          CodeBlock.builder()
              .addStatement("$T $L = $L", Sdk.UPDATE_ITEM_REQUEST, variable, request)
              .build();
      request = CodeBlock.of("$L", variable);
    }
    Call call = WriteCode.send("updateItem", request, names).after(prepared);
    if (returned != Returned.NONE) {
      call =
          call.readingOnce(
              Sdk.UPDATE_ITEM_RESPONSE,
              answer -> CodeBlock.of("$T.read($L.attributes())", types.codec(), answer));
    }
    return method(name, text, parameters, returned != Returned.NONE)
        .addCode(code.style().body(code.conditioned(call, name, demand), names))
        .build();
  }

  /** {@code public Conversation bump(Conversation current, Instant at, String preview)}. */
  MethodSpec move(
      String name, WriteAction.Move move, List<ParameterSpec> parameters, JavadocText text) {
    text.paragraph(
        "If the key does not change, the item is put in place, if it is as it was read."
            + " Attributes that the model does not know are not kept.");
    text.exception(
        types.conditionFailedException(),
        "if it was changed, moved or deleted since, or the new key is taken");
    return several(name, parameters, text, move);
  }

  /** {@code public Customer update(Customer current, Consumer<CustomerUpdate> changes)}. */
  MethodSpec guardedUpdate(List<ParameterSpec> parameters, JavadocText text) {
    text.parameter("current", "as it was read");
    code.taken(text);
    LocalNames names = new LocalNames(parameters);
    boolean isTimedTwice = code.needTime() && GuardExpressions.needTime(entity);
    CodeBlock now = isTimedTwice ? CodeBlock.of("now") : Stamps.reading(names);
    CodeBlock.Builder changed = CodeBlock.builder();
    if (isTimedTwice) {
      changed.add(time("now", names));
    }
    changed.addStatement(
        "$T changed = requests.afterUpdate($L)", types.entity(), code.timed(parameters, now));
    CodeBlock arguments =
        GuardExpressions.needTime(entity)
            ? CodeBlock.of("current, changed, $L", now)
            : CodeBlock.of("current, changed");
    Call call =
        WriteCode.sendActions(
                "$S, requests.changeActions($L), $S",
                code.label("update"),
                arguments,
                "the item is as it was read")
            .after(changed.build())
            .known(CodeBlock.of("changed"));
    return method("update", text, parameters, true).addCode(code.style().body(call, names)).build();
  }

  /**
   * {@code public Customer rename(Customer current, String email)}: an update with its guards, or a
   * move.
   */
  private MethodSpec several(
      String name, List<ParameterSpec> parameters, JavadocText text, WriteAction action) {
    LocalNames names = new LocalNames(parameters);
    String now = names.variable("now");
    String actions = names.variable("actions");
    String subject = parameters.get(0).name();
    text.parameter(subject, "as it was read");
    if (action.isGuarded()) {
      code.taken(text);
    }
    CodeBlock arguments = code.timed(parameters, CodeBlock.of("$L", now));
    CodeBlock prepared =
        time(now, names).toBuilder()
            .add(WriteCode.actions(actions, name, arguments, names))
            .build();
    String ofNewKey = action instanceof WriteAction.Move ? ", \"no item has the new key\"" : "";
    Call call =
        WriteCode.sendActions(
                "$S, $L, $S" + ofNewKey, code.label(name), actions, Demands.of(action))
            .after(prepared);
    Returned returned =
        action instanceof WriteAction.Update update ? update.returned() : Returned.NEW;
    if (returned == Returned.OLD) {
      text.paragraph("Returns the item as it was before, which is as it was read.");
      call = call.known(CodeBlock.of("$L", subject));
    } else if (returned == Returned.NEW) {
      CodeBlock stored =
          Stamps.dependsOnTime(action) ? arguments : Signatures.arguments(parameters);
      call = call.known(after(name, stored, names));
    }
    return method(name, text, parameters, returned != Returned.NONE)
        .addCode(code.style().body(call, names))
        .build();
  }

  private MethodSpec.Builder method(
      String name, JavadocText text, List<ParameterSpec> parameters, boolean returnsItem) {
    return code.method(
        name, text, parameters, code.type(returnsItem ? Returned.NEW : Returned.NONE));
  }

  /** {@code Instant now = table.clock().instant();}, where it is stored. */
  private CodeBlock time(String now, LocalNames names) {
    return code.needTime()
        ? CodeBlock.builder()
            .addStatement("$T $L = $L", Instant.class, now, Stamps.reading(names))
            .build()
        : CodeBlock.of("");
  }

  /** {@code requests.afterBump(current, at, preview)}. */
  private static CodeBlock after(String name, CodeBlock arguments, LocalNames names) {
    return WriteCode.request("after" + JavaNames.capitalised(name), arguments, names);
  }
}
