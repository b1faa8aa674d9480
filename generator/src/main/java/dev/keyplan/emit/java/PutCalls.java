package dev.keyplan.emit.java;

import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.ParameterSpec;
import dev.keyplan.model.Entity;
import dev.keyplan.model.Returned;
import dev.keyplan.plan.WriteAction;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import javax.lang.model.element.Modifier;

/** Writes the methods of a repository that put an item. */
final class PutCalls {
  private final Entity entity;
  private final EntityTypes types;
  private final WriteCode code;

  PutCalls(Entity entity, WriteCode code) {
    this.entity = entity;
    this.types = JavaContext.types(entity);
    this.code = code;
  }

  /** {@code public Message post(Message message)}, and the same with a builder. */
  List<MethodSpec> of(
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
      code.taken(text);
    }
    if (put.returned() == Returned.OLD) {
      text.paragraph("Returns what was there before.");
    }
    MethodSpec.Builder method = code.method(name, text, parameters, code.type(put.returned()));
    LocalNames names = new LocalNames(parameters);
    boolean takesBuilder =
        !BuilderSpec.timed(entity.attributes()).isEmpty()
            && (put.mustNotExist() || !entity.isChangedAsRead());
    if (!takesBuilder) {
      return List.of(
          method.addCode(body(name, put, parameters, Stamps.reading(names), names)).build());
    }
    if (!code.needTime()) {
      return List.of(
          method.addCode(body(name, put, parameters, CodeBlock.of(""), names)).build(),
          withBuilder(name, parameters, put.returned()));
    }
    List<ParameterSpec> timed = Stamps.withTime(parameters);
    String now = timed.get(parameters.size()).name();
    return List.of(
        method
            .addCode(
                delegate(
                    name,
                    put.returned(),
                    code.timed(parameters, Stamps.reading(names)),
                    CodeBlock.of(""),
                    names))
            .build(),
        withBuilder(name, parameters, put.returned()),
        MethodSpec.methodBuilder(name)
            .addModifiers(Modifier.PRIVATE)
            .addParameters(timed)
            .returns(code.type(put.returned()))
            .addCode(body(name, put, parameters, CodeBlock.of("$L", now), new LocalNames(timed)))
            .build());
  }

  private static boolean isConditional(WriteAction.Put put) {
    return put.mustNotExist() || put.condition().isPresent() || put.isAsRead();
  }

  /** Sends it, and returns what is stored. */
  private CodeBlock body(
      String name,
      WriteAction.Put put,
      List<ParameterSpec> parameters,
      CodeBlock time,
      LocalNames names) {
    CodeBlock arguments = code.timed(parameters, time);
    if (put.isGuarded()) {
      return guarded(name, put, arguments, names);
    }
    CodeBlock request = WriteCode.request(name, arguments, names);
    CodeBlock prepared = CodeBlock.of("");
    CodeBlock stored = CodeBlock.of("$N", parameters.get(0));
    if (code.stamps().isNeeded()) {
      String variable = names.variable("request");
      prepared =
          CodeBlock.builder()
              .addStatement("$T $L = $L", Sdk.PUT_ITEM_REQUEST, variable, request)
              .build();
      request = CodeBlock.of("$L", variable);
      stored = CodeBlock.of("$T.read($L.item())", types.codec(), variable);
    }
    Call call = WriteCode.send("putItem", request, names).after(prepared);
    if (put.returned() == Returned.OLD) {
      call = code.before(call, Sdk.PUT_ITEM_RESPONSE);
    } else if (put.returned() == Returned.NEW) {
      call = call.known(stored);
    }
    if (isConditional(put)) {
      call = code.conditioned(call, name, Demands.of(put));
    }
    return code.style().body(call, names);
  }

  private CodeBlock guarded(
      String name, WriteAction.Put put, CodeBlock arguments, LocalNames names) {
    String actions = names.variable("actions");
    Call call =
        WriteCode.sendActions("$S, $L, $S", code.label(name), actions, Demands.of(put))
            .after(WriteCode.actions(actions, name, arguments, names))
            .known(CodeBlock.of("$T.read($L.get(0).put().item())", types.codec(), actions));
    return code.style().body(call, names);
  }

  /** {@code public Message post(Message.Builder message)}. */
  private MethodSpec withBuilder(String name, List<ParameterSpec> parameters, Returned returned) {
    ParameterSpec subject =
        ParameterSpec.builder(types.builder(), parameters.get(0).name()).build();
    List<ParameterSpec> others = parameters.subList(1, parameters.size());
    List<ParameterSpec> all = new ArrayList<>(List.of(subject));
    all.addAll(others);
    LocalNames names = new LocalNames(all);
    CodeBlock prepared = CodeBlock.of("");
    CodeBlock time = Stamps.reading(names);
    if (code.needTime()) {
      String now = names.variable("now");
      prepared = CodeBlock.builder().addStatement("$T $L = $L", Instant.class, now, time).build();
      time = CodeBlock.of("$L", now);
    }
    CodeBlock.Builder arguments = CodeBlock.builder().add("$N.build($L)", subject, time);
    others.forEach(other -> arguments.add(", $N", other));
    if (code.needTime()) {
      arguments.add(", $L", time);
    }
    JavadocText text =
        JavadocText.of(
            "{@link #"
                + name
                + "} with the time of the table's clock for what the builder leaves out"
                + (returned == Returned.NEW ? "; returns what is stored." : "."));
    return code.method(name, text, all, code.type(returned))
        .addCode(delegate(name, returned, arguments.build(), prepared, names))
        .build();
  }

  /** {@code return post(message.build(now))}: what another method of that name does. */
  private CodeBlock delegate(
      String name, Returned returned, CodeBlock arguments, CodeBlock prepared, LocalNames names) {
    CodeBlock sent = CodeBlock.of("$L($L)", name, arguments);
    Call call = returned == Returned.NONE ? Call.ofSupport(sent) : Call.returning(sent);
    return code.style().body(call.after(prepared), names);
  }
}
