package dev.keyplan.emit.java;

import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.ParameterSpec;
import com.palantir.javapoet.TypeName;
import dev.keyplan.model.Entity;
import dev.keyplan.model.Returned;
import dev.keyplan.plan.WriteAction;
import java.util.List;

/** Writes the methods of a repository that send single writes. */
final class WriteCalls {
  private final Entity entity;
  private final EntityTypes types;
  private final WriteCode code;

  WriteCalls(JavaContext context, Entity entity, ClientStyle style) {
    this.entity = entity;
    this.types = JavaContext.types(entity);
    this.code = new WriteCode(context, entity, style);
  }

  /** The methods of a write, given its parameters, of which the first is what is written. */
  List<MethodSpec> of(
      String name, WriteAction action, List<ParameterSpec> parameters, JavadocText text) {
    if (action instanceof WriteAction.Put put) {
      return new PutCalls(entity, code.of(put)).of(name, put, parameters, text);
    }
    ChangeCalls changes = new ChangeCalls(entity, code.of(action));
    if (action instanceof WriteAction.Move move) {
      return List.of(changes.move(name, move, parameters, text));
    }
    if (action instanceof WriteAction.Update update) {
      return List.of(changes.update(name, update, parameters, text));
    }
    return List.of(delete(name, (WriteAction.Delete) action, parameters, text));
  }

  /** The built-in update, whose changes a lambda names. */
  MethodSpec update(Entity entity, JavadocText text, String demand) {
    List<ParameterSpec> parameters = UpdateMethods.parameters(entity);
    ChangeCalls changes = new ChangeCalls(entity, code);
    return entity.uniques().isEmpty()
        ? changes.update("update", parameters, text, entity.isChangedAsRead(), demand, Returned.NEW)
        : changes.guardedUpdate(parameters, text);
  }

  /** What the writes are sent by that may take several actions. */
  MethodSpec send() {
    return code.send();
  }

  /**
   * {@code public Optional<Message> delete(Message.Key key)}, which returns what was there, or
   * {@code public void delete(Order current)}, whose caller knows what there was.
   */
  private MethodSpec delete(
      String name, WriteAction.Delete delete, List<ParameterSpec> parameters, JavadocText text) {
    LocalNames names = new LocalNames(parameters);
    String demand = Demands.of(delete);
    CodeBlock arguments = code.of(delete).timed(parameters, Stamps.reading(names));
    Call call = WriteCode.send("deleteItem", WriteCode.request(name, arguments, names), names);
    boolean returnsItem = delete.returned() == Returned.OLD;
    if (delete.isAsRead()) {
      text.parameter(parameters.get(0).name(), "as it was read");
      text.exception(
          types.conditionFailedException(),
          delete.condition().isPresent()
              ? "if it was changed or deleted since, or is not as demanded"
              : "if it was changed or deleted since");
    } else if (delete.condition().isPresent()) {
      text.exception(types.conditionFailedException(), "if it is not as demanded");
    }
    if (delete.isGuarded()) {
      CodeBlock actions = WriteCode.request(name + "Actions", arguments, names);
      call = WriteCode.sendActions("$S, $L, $S", code.label(name), actions, demand);
    } else if (delete.isAsRead() || delete.condition().isPresent()) {
      call = code.conditioned(call, name, demand);
    }
    if (returnsItem) {
      call =
          delete.isAsRead()
              ? call.known(CodeBlock.of("$N", parameters.get(0)))
              : code.before(call, Sdk.DELETE_ITEM_RESPONSE);
    }
    TypeName type =
        returnsItem && delete.isAsRead()
            ? code.style().returned(types.entity())
            : code.type(delete.returned());
    return code.method(name, text, parameters, type)
        .addCode(code.style().body(call, names))
        .build();
  }
}
