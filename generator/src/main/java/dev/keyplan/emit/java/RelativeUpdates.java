package dev.keyplan.emit.java;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.ParameterSpec;
import dev.keyplan.model.Attribute;
import dev.keyplan.model.AttributeType.DecimalType;
import dev.keyplan.model.NumberBounds;
import dev.keyplan.model.TypeKind;
import dev.keyplan.naming.JavaNames;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import javax.lang.model.element.Modifier;

/**
 * Writes the methods of an update that change what is stored without knowing it: add to numbers and
 * sets, append to lists, set what is absent.
 */
final class RelativeUpdates {
  private final JavaContext context;
  private final ClassName update;
  private final UpdateNames names;
  private final UpdateTarget target;

  RelativeUpdates(JavaContext context, ClassName update, UpdateNames names, UpdateTarget target) {
    this.context = context;
    this.update = update;
    this.names = names;
    this.target = target;
  }

  /** Those of an attribute of an item. */
  List<MethodSpec> ofWhole(Attribute attribute) {
    List<MethodSpec> methods = new ArrayList<>(of(attribute));
    if (attribute.type().kind() == TypeKind.SET) {
      UpdatePath path = UpdatePath.of(attribute);
      methods.add(elements("add", "addElements", path));
      methods.add(elements("remove", "removeElements", path));
    }
    return methods;
  }

  /** Those that may be inside of an attribute, where DynamoDB changes no elements of sets. */
  List<MethodSpec> of(Attribute attribute) {
    List<MethodSpec> methods = new ArrayList<>(of(UpdatePath.of(attribute)));
    if (attribute.isOptional()) {
      String name = names.of(JavaNames.variable(attribute.name()) + "IfAbsent", attribute);
      methods.add(method(name, "setIfAbsent", UpdatePath.of(attribute)).build());
    }
    return methods;
  }

  /** Those of a number or a list, wherever it is. */
  List<MethodSpec> of(UpdatePath path) {
    List<MethodSpec> methods = new ArrayList<>();
    if (NumberBounds.of(path.type()).isPresent()) {
      methods.add(number(path));
    }
    if (path.type().kind() == TypeKind.LIST) {
      methods.add(elements("append", "append", path));
      methods.add(elements("prepend", "prepend", path));
    }
    return methods;
  }

  /** {@code public BookUpdate appendLines(List<String> lines)}. */
  private MethodSpec elements(String verb, String change, UpdatePath path) {
    return method(named(verb, path.attribute()), change, path).build();
  }

  /** {@code public CounterUpdate addCount(long count)}. */
  private MethodSpec number(UpdatePath path) {
    NumberBounds bounds = NumberBounds.of(path.type()).orElseThrow();
    ParameterSpec parameter = path.value(context.mapping());
    String label = JavaNames.component(path.attribute().name());
    CodeBlock amount =
        path.type() instanceof DecimalType decimal
            ? CodeBlock.of(
                "$T.scaled($S, $N, $L)",
                context.support().check(),
                label,
                parameter,
                decimal.scale())
            : CodeBlock.of("$N", parameter);
    return method(
            named("add", path.attribute()),
            path.with(parameter),
            path,
            place ->
                CodeBlock.of(
                    "$L.add($L, $S, $S, $L)",
                    place,
                    amount,
                    bounds.minimum().toPlainString(),
                    bounds.maximum().toPlainString(),
                    path.mayBeAbsent()))
        .build();
  }

  private String named(String verb, Attribute attribute) {
    String capitalised = JavaNames.remover(attribute.name()).substring("remove".length());
    return names.of(verb + capitalised, attribute);
  }

  /** A method that gives a value to a method of the place. */
  MethodSpec.Builder method(String name, String change, UpdatePath path) {
    ParameterSpec parameter = path.value(context.mapping());
    CodeBlock value =
        context
            .mapping()
            .writeChecked(
                path.type(),
                JavaNames.component(path.attribute().name()),
                CodeBlock.of("$N", parameter));
    return method(
        name, path.with(parameter), path, place -> CodeBlock.of("$L.$L($L)", place, change, value));
  }

  /** A method that changes what is at a place. */
  MethodSpec.Builder method(
      String name,
      List<ParameterSpec> parameters,
      UpdatePath path,
      UnaryOperator<CodeBlock> change) {
    return MethodSpec.methodBuilder(name)
        .addModifiers(Modifier.PUBLIC)
        .addParameters(parameters)
        .returns(update)
        .addCode(
            target.body(
                path.attribute(), new LocalNames(parameters), at -> change.apply(path.from(at))));
  }
}
