package dev.keyplan.emit.java;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.ParameterSpec;
import com.palantir.javapoet.ParameterizedTypeName;
import com.palantir.javapoet.TypeName;
import dev.keyplan.model.Entity;
import dev.keyplan.model.Returned;
import dev.keyplan.plan.WriteAction;
import java.util.List;
import java.util.Optional;
import javax.lang.model.element.Modifier;

/** What the methods of a repository that write an item have in common. */
final class WriteCode {
  private static final TypeName ACTIONS =
      ParameterizedTypeName.get(ClassName.get(List.class), Sdk.TRANSACT_WRITE_ITEM);

  private final JavaContext context;
  private final Entity entity;
  private final EntityTypes types;
  private final ClientStyle style;
  private final Stamps stamps;
  private final boolean needTime;

  WriteCode(JavaContext context, Entity entity, ClientStyle style) {
    this(context, entity, style, entity.touched().isPresent());
  }

  private WriteCode(JavaContext context, Entity entity, ClientStyle style, boolean needTime) {
    this.context = context;
    this.entity = entity;
    this.types = JavaContext.types(entity);
    this.style = style;
    this.stamps = new Stamps(entity, context.mapping());
    this.needTime = needTime;
  }

  /** The same for what a pattern does. */
  WriteCode of(WriteAction action) {
    return new WriteCode(context, entity, style, Stamps.needTime(action));
  }

  /** Whether the request takes the time. */
  boolean needTime() {
    return needTime;
  }

  ClientStyle style() {
    return style;
  }

  Stamps stamps() {
    return stamps;
  }

  /**
   * A method of a repository.
   *
   * @param type what it returns, as {@link #type} or the style says it
   */
  MethodSpec.Builder method(
      String name, JavadocText text, List<ParameterSpec> parameters, TypeName type) {
    return MethodSpec.methodBuilder(name)
        .addJavadoc(text.toCode())
        .addModifiers(Modifier.PUBLIC)
        .addParameters(parameters)
        .returns(type);
  }

  /** What a put or a delete returns of the item: of what was there before, there may be none. */
  TypeName type(Returned returned) {
    return style.returned(
        switch (returned) {
          case NEW -> types.entity();
          case OLD -> ParameterizedTypeName.get(ClassName.get(Optional.class), types.entity());
          case NONE -> TypeName.VOID;
        });
  }

  /** The arguments of a request: those of the method, and the time where it takes it. */
  CodeBlock timed(List<ParameterSpec> parameters, CodeBlock time) {
    CodeBlock arguments = Signatures.arguments(parameters);
    return needTime ? Stamps.withTime(arguments, time) : arguments;
  }

  /** {@code requests.post(message)}. */
  static CodeBlock request(String name, CodeBlock arguments, LocalNames names) {
    return CodeBlock.of("$L.$L($L)", names.field("requests"), name, arguments);
  }

  /** {@code client.putItem(request)}. */
  static Call send(String operation, CodeBlock request, LocalNames names) {
    return Call.ofSdk(CodeBlock.of("$L.$L($L)", names.field("client"), operation, request));
  }

  /** {@code send("Customer.create", actions, "no item has the key")}: what may be several. */
  static Call sendActions(String format, Object... arguments) {
    return Call.ofSupport(CodeBlock.of("send(" + format + ")", arguments));
  }

  /** Returns what was there, if it was. */
  Call before(Call call, ClassName response) {
    return call.reading(
        response,
        answer ->
            CodeBlock.of(
                "$1L.hasAttributes()\n? $2T.of($3T.read($1L.attributes()))\n: $2T.empty()",
                answer,
                Optional.class,
                types.codec()));
  }

  /** The exception of a write whose condition failed. */
  Call conditioned(Call call, String name, String demand) {
    return call.failing(
        Sdk.CONDITIONAL_CHECK_FAILED,
        failure ->
            CodeBlock.of(
                "new $T(\n$S, $S, $L.item(), $L)",
                types.conditionFailedException(),
                label(name),
                demand,
                failure,
                failure));
  }

  void taken(JavadocText text) {
    text.exception(
        context.support().uniqueValueTakenException(), "if another one has a value that is unique");
  }

  String label(String name) {
    return entity.name().name() + "." + name;
  }

  /** {@code List<TransactWriteItem> actions = requests.createActions(…);}. */
  static CodeBlock actions(String variable, String name, CodeBlock arguments, LocalNames names) {
    return CodeBlock.builder()
        .addStatement(
            "$T $L = $L.$LActions($L)", ACTIONS, variable, names.field("requests"), name, arguments)
        .build();
  }

  /** {@code private void send(String pattern, List<TransactWriteItem> actions, …)}. */
  MethodSpec send() {
    List<ParameterSpec> parameters =
        List.of(
            ParameterSpec.builder(String.class, "pattern").build(),
            ParameterSpec.builder(ACTIONS, "actions").build(),
            ParameterSpec.builder(String[].class, "demands").build());
    CodeBlock guards =
        entity.uniques().isEmpty()
            ? CodeBlock.of("")
            : CodeBlock.of("\n$L,", new GuardExpressions(context, entity).guards());
    CodeBlock sent =
        CodeBlock.of(
            "new $T(\n$>$>client,$L\n$T::read,\n$T::new)$<$<\n.send(pattern, actions, demands)",
            style.itemWrite(),
            guards,
            types.codec(),
            types.conditionFailedException());
    return MethodSpec.methodBuilder("send")
        .addModifiers(Modifier.PRIVATE)
        .addParameters(parameters)
        .varargs()
        .returns(style.returned(TypeName.VOID))
        .addCode(style.body(Call.ofSupport(sent), new LocalNames(parameters)))
        .build();
  }
}
