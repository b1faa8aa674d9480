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
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javax.lang.model.element.Modifier;

/** Writes the methods of a repository that send single writes. */
final class WriteCalls {
  private final JavaContext context;
  private final Entity entity;
  private final EntityTypes types;

  WriteCalls(JavaContext context, Entity entity) {
    this.context = context;
    this.entity = entity;
    this.types = JavaContext.types(entity);
  }

  /** The methods of a write, given its parameters, of which the first is what is written. */
  List<MethodSpec> of(
      String name, WriteAction action, List<ParameterSpec> parameters, JavadocText text) {
    if (action instanceof WriteAction.Put put) {
      return puts(name, put, parameters, text);
    }
    if (action instanceof WriteAction.Move) {
      return List.of(move(name, parameters, text));
    }
    if (action instanceof WriteAction.Update update) {
      text.exception(
          types.conditionFailedException(), "if there is none, or it is not as demanded");
      return List.of(
          update(name, parameters, text, WriteRequests.demand(action), update.returned()));
    }
    return List.of(delete(name, (WriteAction.Delete) action, parameters, text));
  }

  /** {@code public Message post(Message message)}, and the same with a builder. */
  private List<MethodSpec> puts(
      String name, WriteAction.Put put, List<ParameterSpec> parameters, JavadocText text) {
    ParameterSpec subject = parameters.get(0);
    LocalNames names = new LocalNames(parameters);
    CodeBlock send =
        CodeBlock.of(
            "$L.putItem($L.$L($L))",
            names.field("client"),
            names.field("requests"),
            name,
            Signatures.arguments(parameters));
    boolean isConditional = put.mustNotExist() || put.condition().isPresent();
    MethodSpec.Builder method =
        MethodSpec.methodBuilder(name)
            .addModifiers(Modifier.PUBLIC)
            .addParameters(parameters)
            .returns(putReturns(put.returned()));
    CodeBlock sent =
        put.returned() == Returned.OLD
            ? before(Sdk.PUT_ITEM_RESPONSE, send, names)
            : CodeBlock.builder().addStatement("$L", send).build();
    if (isConditional) {
      text.exception(
          types.conditionFailedException(),
          put.mustNotExist() ? "if it exists" : "if it is not as demanded");
      method
          .beginControlFlow("try")
          .addCode(sent)
          .addCode(conditionFailed(name, WriteRequests.demand(put), names));
    } else {
      method.addCode(sent);
    }
    if (put.returned() == Returned.NEW) {
      method.addStatement("return $N", subject);
    } else if (put.returned() == Returned.OLD) {
      text.paragraph("Returns what was there before.");
    }
    List<MethodSpec> methods = new ArrayList<>();
    methods.add(method.addJavadoc(text.toCode()).build());
    if (!BuilderSpec.timed(entity).isEmpty()) {
      methods.add(withBuilder(name, parameters, put.returned()));
    }
    return methods;
  }

  private TypeName putReturns(Returned returned) {
    return switch (returned) {
      case NEW -> types.entity();
      case OLD -> ParameterizedTypeName.get(ClassName.get(Optional.class), types.entity());
      case NONE -> TypeName.VOID;
    };
  }

  /** Sends a request and returns what was there, if it was. */
  private CodeBlock before(ClassName responseType, CodeBlock send, LocalNames names) {
    String response = names.variable("response");
    return CodeBlock.builder()
        .addStatement("$T $L = $L", responseType, response, send)
        .addStatement(
            "return $1L.hasAttributes()\n? $2T.of($3T.read($1L.attributes()))\n: $2T.empty()",
            response,
            Optional.class,
            types.item())
        .build();
  }

  /** {@code public Message post(Message.Builder message)}. */
  private MethodSpec withBuilder(
      String name, List<ParameterSpec> parameters, Returned returned) {
    ParameterSpec subject =
        ParameterSpec.builder(types.builder(), parameters.get(0).name()).build();
    List<ParameterSpec> others = parameters.subList(1, parameters.size());
    List<ParameterSpec> all = new ArrayList<>(List.of(subject));
    all.addAll(others);
    LocalNames names = new LocalNames(all);
    CodeBlock.Builder arguments = CodeBlock.builder();
    arguments.add("$N.build($L.clock().instant())", subject, names.field("table"));
    others.forEach(other -> arguments.add(", $N", other));
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
        .returns(putReturns(returned))
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
      String demand,
      Returned returned) {
    LocalNames names = new LocalNames(parameters);
    CodeBlock send =
        CodeBlock.of(
            "$L.updateItem($L.$L($L))",
            names.field("client"),
            names.field("requests"),
            name,
            Signatures.arguments(parameters));
    boolean returnsItem = returned != Returned.NONE;
    if (returned == Returned.OLD) {
      text.paragraph("Returns the item as it was before.");
    }
    return MethodSpec.methodBuilder(name)
        .addJavadoc(text.toCode())
        .addModifiers(Modifier.PUBLIC)
        .addParameters(parameters)
        .returns(returnsItem ? types.entity() : TypeName.VOID)
        .beginControlFlow("try")
        .addStatement(
            "$L",
            returnsItem
                ? CodeBlock.of("return $T.read($L.attributes())", types.item(), send)
                : send)
        .addCode(conditionFailed(name, demand, names))
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
    MethodSpec.Builder method =
        MethodSpec.methodBuilder(name)
            .addModifiers(Modifier.PUBLIC)
            .addParameters(parameters)
            .returns(returnsItem ? putReturns(Returned.OLD) : TypeName.VOID);
    if (delete.condition().isPresent()) {
      text.exception(types.conditionFailedException(), "if it is not as demanded");
      method.beginControlFlow("try");
    }
    method.addCode(
        returnsItem
            ? before(Sdk.DELETE_ITEM_RESPONSE, send, names)
            : CodeBlock.builder().addStatement("$L", send).build());
    if (delete.condition().isPresent()) {
      method.addCode(conditionFailed(name, WriteRequests.demand(delete), names));
    }
    return method.addJavadoc(text.toCode()).build();
  }

  /** {@code public Conversation bump(Conversation current, Instant at, String preview)}. */
  private MethodSpec move(String name, List<ParameterSpec> parameters, JavadocText text) {
    text.paragraph(
        "If the key does not change, the item is put in place, if it is as it was read."
            + " Attributes that the model does not know are not kept.");
    text.parameter(parameters.get(0).name(), "as it was read");
    text.exception(
        types.conditionFailedException(),
        "if it was changed, moved or deleted since, or the new key is taken");
    LocalNames names = new LocalNames(parameters);
    String failure = names.variable("e");
    CodeBlock arguments = Signatures.arguments(parameters);
    return MethodSpec.methodBuilder(name)
        .addJavadoc(text.toCode())
        .addModifiers(Modifier.PUBLIC)
        .addParameters(parameters)
        .returns(types.entity())
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
            types.item(),
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
