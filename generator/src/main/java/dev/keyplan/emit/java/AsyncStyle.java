package dev.keyplan.emit.java;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.ParameterizedTypeName;
import com.palantir.javapoet.TypeName;
import java.util.concurrent.CompletableFuture;

/** Calls that give a future for what becomes of their answer. */
final class AsyncStyle extends ClientStyle {
  private final NullAnnotations nulls;

  AsyncStyle(SupportTypes support, NullAnnotations nulls) {
    super(support, "Async");
    this.nulls = nulls;
  }

  @Override
  ClassName client() {
    return Sdk.ASYNC_CLIENT;
  }

  @Override
  ClassName repository(EntityTypes types) {
    return types.asyncRepository();
  }

  @Override
  CodeBlock javadoc(EntityTypes types) {
    return CodeBlock.of(
        "Reads and writes {@link $T} without waiting. What a method is said to throw, its future\n"
            + "fails with; only {@link $T} is thrown at once, and then nothing was sent.",
        types.entity(),
        IllegalArgumentException.class);
  }

  @Override
  TypeName returned(TypeName result) {
    TypeName value = result.equals(TypeName.VOID) ? nulls.nullable(result.box()) : result.box();
    return ParameterizedTypeName.get(ClassName.get(CompletableFuture.class), value);
  }

  /** {@code return Answer.to(client.putItem(request)).failing(…).then(response -> message);}. */
  @Override
  CodeBlock body(Call call, LocalNames names) {
    CodeBlock.Builder code = CodeBlock.builder().add(call.prepared());
    boolean isNothing = call.result() instanceof Call.Result.Nothing;
    boolean isAsSent = call.result() instanceof Call.Result.AsSent;
    if (!call.isOfSdk() && (isNothing || isAsSent)) {
      return code.addStatement("return $L", call.sent()).build();
    }
    CodeBlock.Builder answer =
        CodeBlock.builder().add("$T.to($L)", support().answer(), call.sent());
    if (call.failure().isPresent()) {
      Call.Failure failure = call.failure().get();
      String variable = names.variable("e");
      CodeBlock explained = failure.explained().apply(variable);
      answer.add(
          "\n.failing(\n$>$>$T.class,\n$L -> $>$>$L)$<$<$<$<", failure.type(), variable, explained);
    }
    answer.add(isNothing ? CodeBlock.of("\n.done()") : made(call, names));
    return code.addStatement("return $L", answer.build()).build();
  }

  private static CodeBlock made(Call call, LocalNames names) {
    String response = names.variable(call.isOfSdk() ? "response" : "done");
    CodeBlock made =
        call.result() instanceof Call.Result.Read read
            ? read.read().apply(CodeBlock.of("$L", response))
            : ((Call.Result.Known) call.result()).value();
    return CodeBlock.of("\n.then($L -> $>$>$L)$<$<", response, made);
  }
}
