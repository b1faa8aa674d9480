package dev.keyplan.emit.java;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.ParameterSpec;
import dev.keyplan.emit.java.IndexKeyGroups.Group;
import dev.keyplan.model.Attribute;
import dev.keyplan.model.AttributeType.DecimalType;
import dev.keyplan.model.Entity;
import dev.keyplan.model.NumberBounds;
import dev.keyplan.model.TypeKind;
import dev.keyplan.naming.JavaNames;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import javax.lang.model.element.Modifier;

/**
 * Writes the methods of an update that change what is stored without knowing it: add to numbers and
 * sets, append to lists, set what is absent. What an index key is made of has to be known.
 */
final class RelativeUpdates {
  private final JavaContext context;
  private final Entity entity;
  private final ClassName update;
  private final Set<String> taken = new HashSet<>();

  RelativeUpdates(JavaContext context, Entity entity) {
    this.context = context;
    this.entity = entity;
    this.update = JavaContext.types(entity).update();
    entity.attributes().forEach(attribute -> taken.add(JavaNames.component(attribute.name())));
  }

  /** Whether an update may demand that a number stays in its range. */
  static boolean mayDemand(Entity entity) {
    return new IndexKeyGroups(entity)
        .groups().stream()
            .filter(group -> isOutsideOfKeys(group, entity))
            .anyMatch(group -> NumberBounds.of(group.attributes().get(0).type()).isPresent());
  }

  private static boolean isOutsideOfKeys(Group group, Entity entity) {
    Attribute attribute = group.attributes().get(0);
    return group.keys().isEmpty()
        && !entity.isStoredAsIndexKey(attribute)
        && entity.keyPlace(attribute).isEmpty();
  }

  /** The methods for an attribute, except for those that are called as another attribute is. */
  List<MethodSpec> of(Group group) {
    Attribute attribute = group.attributes().get(0);
    if (!isOutsideOfKeys(group, entity)) {
      return List.of();
    }
    String capitalised = JavaNames.remover(attribute.name()).substring("remove".length());
    TypeKind kind = attribute.type().kind();
    List<MethodSpec> methods = new ArrayList<>();
    NumberBounds.of(attribute.type())
        .ifPresent(bounds -> methods.add(number("add" + capitalised, attribute, bounds)));
    if (kind == TypeKind.SET) {
      methods.add(elements("add" + capitalised, "addElements", attribute));
      methods.add(elements("remove" + capitalised, "removeElements", attribute));
    }
    if (kind == TypeKind.LIST) {
      methods.add(elements("append" + capitalised, "append", attribute));
      methods.add(elements("prepend" + capitalised, "prepend", attribute));
    }
    if (attribute.isOptional()) {
      String name = JavaNames.variable(attribute.name()) + "IfAbsent";
      methods.add(elements(name, "setIfAbsent", attribute));
    }
    return methods.stream().filter(method -> !taken.contains(method.name())).toList();
  }

  /** {@code public CounterUpdate addCount(long count)}. */
  private MethodSpec number(String method, Attribute attribute, NumberBounds bounds) {
    String name = JavaNames.component(attribute.name());
    CodeBlock amount =
        attribute.type() instanceof DecimalType decimal
            ? CodeBlock.of(
                "$T.scaled($S, $L, $L)", context.support().check(), name, name, decimal.scale())
            : CodeBlock.of("$L", name);
    return method(
        method,
        attribute,
        CodeBlock.of(
            "add($S, $L, $S, $S, $L)",
            attribute.storedName(),
            amount,
            bounds.minimum().toPlainString(),
            bounds.maximum().toPlainString(),
            attribute.isOptional()));
  }

  /** {@code public BookUpdate appendLines(List<String> lines)}. */
  private MethodSpec elements(String method, String change, Attribute attribute) {
    String name = JavaNames.component(attribute.name());
    CodeBlock value =
        context.mapping().writeChecked(attribute.type(), name, CodeBlock.of("$L", name));
    return method(
        method, attribute, CodeBlock.of("$L($S,$W$L)", change, attribute.storedName(), value));
  }

  private MethodSpec method(String method, Attribute attribute, CodeBlock change) {
    ParameterSpec parameter =
        ParameterSpec.builder(
                context.mapping().type(attribute.type()), JavaNames.component(attribute.name()))
            .build();
    return MethodSpec.methodBuilder(method)
        .addModifiers(Modifier.PUBLIC)
        .addParameter(parameter)
        .returns(update)
        .addStatement("$L.$L", new LocalNames(List.of(parameter)).field("expression"), change)
        .addStatement("return this")
        .build();
  }
}
