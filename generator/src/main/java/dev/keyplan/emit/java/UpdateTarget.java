package dev.keyplan.emit.java;

import com.palantir.javapoet.CodeBlock;
import dev.keyplan.model.Attribute;
import java.util.Optional;
import java.util.function.UnaryOperator;

/**
 * What the methods of an update make their changes of.
 *
 * @param holder the field, or the parameter of the lambda, that has the attributes
 * @param step its method that leads to an attribute
 * @param method the method of the class that takes the change as a lambda, if one does
 */
record UpdateTarget(String holder, String step, Optional<String> method) {
  /** The expression for an item that DynamoDB changes. */
  static UpdateTarget ofExpression() {
    return new UpdateTarget("expression", "at", Optional.empty());
  }

  /** The place where a struct is. */
  static UpdateTarget ofStruct() {
    return new UpdateTarget("place", "member", Optional.empty());
  }

  /** An item that is known. */
  static UpdateTarget ofKnownItem(String method) {
    return new UpdateTarget("item", "at", Optional.of(method));
  }

  /** The statements of a method, given what it does at the place of an attribute. */
  CodeBlock body(Attribute attribute, LocalNames names, UnaryOperator<CodeBlock> change) {
    CodeBlock has =
        method.isPresent() ? CodeBlock.of("$L", names.variable(holder)) : names.field(holder);
    CodeBlock changed = change.apply(CodeBlock.of("$L.$L($S)", has, step, attribute.storedName()));
    CodeBlock.Builder code = CodeBlock.builder();
    return method.isPresent()
        ? code.addStatement("return $L($L -> $L)", method.get(), has, changed).build()
        : code.addStatement("$L", changed).addStatement("return this").build();
  }
}
