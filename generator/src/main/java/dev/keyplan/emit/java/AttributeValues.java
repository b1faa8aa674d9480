package dev.keyplan.emit.java;

import com.palantir.javapoet.CodeBlock;
import dev.keyplan.model.Attribute;
import dev.keyplan.model.TypeKind;
import dev.keyplan.naming.JavaNames;
import java.util.function.Function;

/**
 * How code gets at the attributes of an item.
 *
 * @param value the value of an attribute, where it has one
 * @param checked the same, where null would fail without a word: it is refused with its name
 * @param presence whether an attribute that an item may lack has a value
 */
record AttributeValues(
    Function<Attribute, CodeBlock> value,
    Function<Attribute, CodeBlock> checked,
    Function<Attribute, CodeBlock> presence) {

  /** Of values that are not null. */
  AttributeValues(Function<Attribute, CodeBlock> value, Function<Attribute, CodeBlock> presence) {
    this(value, value, presence);
  }

  /** Those of a record in a variable. */
  static AttributeValues ofRecord(String variable) {
    return new AttributeValues(
        attribute ->
            CodeBlock.of(
                attribute.isOptional() ? "$L.$L().orElseThrow()" : "$L.$L()",
                variable,
                JavaNames.component(attribute.name())),
        attribute ->
            CodeBlock.of(
                attribute.type().kind() == TypeKind.SET
                    ? "!$L.$L().isEmpty()"
                    : "$L.$L().isPresent()",
                variable,
                JavaNames.component(attribute.name())));
  }
}
