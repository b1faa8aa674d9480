package dev.keyplan.emit.java;

import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.ParameterSpec;
import com.palantir.javapoet.TypeName;
import dev.keyplan.model.Attribute;
import dev.keyplan.model.AttributeType;
import dev.keyplan.model.AttributeType.CollectionType;
import dev.keyplan.model.TypeKind;
import dev.keyplan.naming.JavaNames;
import java.util.ArrayList;
import java.util.List;

/**
 * What a method of an update changes: an attribute, or an element or entry that parameters lead to.
 *
 * @param steps the indexes and keys
 * @param type of what is there
 */
record UpdatePath(Attribute attribute, List<Step> steps, AttributeType type) {
  UpdatePath {
    steps = List.copyOf(steps);
  }

  /**
   * A step into a list or a map.
   *
   * @param parameter the index, or the key
   */
  record Step(ParameterSpec parameter, boolean isKey) {}

  static UpdatePath of(Attribute attribute) {
    return new UpdatePath(attribute, List.of(), attribute.type());
  }

  boolean isWhole() {
    return steps.isEmpty();
  }

  /** An element of the list, or an entry of the map, that is there. */
  UpdatePath inside() {
    return with(type.kind() != TypeKind.LIST, ((CollectionType) type).element());
  }

  /** An entry of a map that holds anything. */
  UpdatePath entry() {
    return with(true, type);
  }

  private UpdatePath with(boolean isKey, AttributeType part) {
    long others = steps.stream().filter(step -> step.isKey() == isKey).count();
    String name = (isKey ? "key" : "index") + (others == 0 ? "" : String.valueOf(others + 1));
    TypeName parameterType = isKey ? TypeName.get(String.class) : TypeName.INT;
    List<Step> more = new ArrayList<>(steps);
    more.add(new Step(ParameterSpec.builder(parameterType, name).build(), isKey));
    return new UpdatePath(attribute, more, part);
  }

  /** Whether there may be nothing, although there is all that is around it. */
  boolean mayBeAbsent() {
    return isWhole() ? attribute.isOptional() : steps.get(steps.size() - 1).isKey();
  }

  /** The parameter with a value for it. */
  ParameterSpec value(TypeMapping mapping) {
    String name = isWhole() ? JavaNames.component(attribute.name()) : "value";
    return ParameterSpec.builder(mapping.type(type), name).build();
  }

  /** The parameters that lead there, and another one. */
  List<ParameterSpec> with(ParameterSpec last) {
    List<ParameterSpec> parameters = parameters();
    parameters.add(last);
    return parameters;
  }

  List<ParameterSpec> parameters() {
    List<ParameterSpec> parameters = new ArrayList<>();
    steps.forEach(step -> parameters.add(step.parameter()));
    return parameters;
  }

  /** {@code expression.at("rooms").entry(key)}, from the place of the attribute. */
  CodeBlock from(CodeBlock place) {
    CodeBlock.Builder code = CodeBlock.builder().add(place);
    steps.forEach(
        step -> code.add(".$L($N)", step.isKey() ? "entry" : "element", step.parameter()));
    return code.build();
  }
}
