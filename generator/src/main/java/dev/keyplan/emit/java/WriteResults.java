package dev.keyplan.emit.java;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.ParameterizedTypeName;
import com.palantir.javapoet.TypeName;
import dev.keyplan.model.Returned;
import java.util.Optional;

/** What the methods of puts and deletes return of the item. */
final class WriteResults {
  private final EntityTypes types;

  WriteResults(EntityTypes types) {
    this.types = types;
  }

  /** Of what was there before, there may be none. */
  TypeName type(Returned returned) {
    return switch (returned) {
      case NEW -> types.entity();
      case OLD -> ParameterizedTypeName.get(ClassName.get(Optional.class), types.entity());
      case NONE -> TypeName.VOID;
    };
  }

  /** Sends a request and returns what was there, if it was. */
  CodeBlock before(ClassName responseType, CodeBlock send, LocalNames names) {
    String response = names.variable("response");
    return CodeBlock.builder()
        .addStatement("$T $L = $L", responseType, response, send)
        .addStatement(
            "return $1L.hasAttributes()\n? $2T.of($3T.read($1L.attributes()))\n: $2T.empty()",
            response,
            Optional.class,
            types.codec())
        .build();
  }
}
