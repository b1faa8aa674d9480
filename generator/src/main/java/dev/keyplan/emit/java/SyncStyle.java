package dev.keyplan.emit.java;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.TypeName;

/** Calls that wait for their answer. */
final class SyncStyle extends ClientStyle {
  SyncStyle(SupportTypes support) {
    super(support, "");
  }

  @Override
  ClassName client() {
    return Sdk.CLIENT;
  }

  @Override
  ClassName repository(EntityTypes types) {
    return types.repository();
  }

  @Override
  CodeBlock javadoc(EntityTypes types) {
    return CodeBlock.of("Reads and writes {@link $T}.", types.entity());
  }

  @Override
  TypeName returned(TypeName result) {
    return result;
  }

  /** {@code try { client.putItem(request); } catch (…) { throw …; } return message;}. */
  @Override
  CodeBlock body(Call call, LocalNames names) {
    CodeBlock.Builder code = CodeBlock.builder().add(call.prepared());
    if (call.failure().isEmpty()) {
      code.add(sent(call, names));
    } else {
      Call.Failure failure = call.failure().get();
      code.beginControlFlow("try").add(sent(call, names));
      String variable = names.variable("e");
      code.nextControlFlow("catch ($T $L)", failure.type(), variable)
          .addStatement("throw $L", failure.explained().apply(variable))
          .endControlFlow();
    }
    if (call.result() instanceof Call.Result.Known known) {
      code.addStatement("return $L", known.value());
    }
    return code.build();
  }

  private static CodeBlock sent(Call call, LocalNames names) {
    CodeBlock.Builder code = CodeBlock.builder();
    if (call.result() instanceof Call.Result.AsSent) {
      return code.addStatement("return $L", call.sent()).build();
    }
    if (call.result() instanceof Call.Result.Read read) {
      if (read.isOnce()) {
        return code.addStatement("return $L", read.read().apply(call.sent())).build();
      }
      String response = names.variable("response");
      return code.addStatement("$T $L = $L", read.response(), response, call.sent())
          .addStatement("return $L", read.read().apply(CodeBlock.of("$L", response)))
          .build();
    }
    return code.addStatement("$L", call.sent()).build();
  }
}
