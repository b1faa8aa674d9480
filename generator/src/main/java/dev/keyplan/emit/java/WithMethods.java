package dev.keyplan.emit.java;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.MethodSpec;
import dev.keyplan.model.Attribute;
import dev.keyplan.naming.JavaNames;
import java.util.ArrayList;
import java.util.List;
import javax.lang.model.element.Modifier;

/**
 * Writes the methods of a record that give another one, which differs in one attribute. They go
 * through its builder: what is given is checked as there, and a line does not grow with the number
 * of attributes.
 */
final class WithMethods {
  private final JavaContext context;
  private final ClassName record;
  private final List<Attribute> attributes;

  WithMethods(JavaContext context, ClassName record, List<Attribute> attributes) {
    this.context = context;
    this.record = record;
    this.attributes = attributes;
  }

  /** What writes maintain has none, as it has no setter. */
  List<MethodSpec> all() {
    List<MethodSpec> methods = new ArrayList<>();
    for (Attribute attribute : attributes) {
      if (!attribute.isMaintained()) {
        methods.add(with(attribute));
        if (attribute.mayBeAbsent()) {
          methods.add(without(attribute));
        }
      }
    }
    return methods;
  }

  /** {@code public Message withText(String text)}. */
  private MethodSpec with(Attribute attribute) {
    String name = JavaNames.component(attribute.name());
    return MethodSpec.methodBuilder(JavaNames.with(attribute.name()))
        .addModifiers(Modifier.PUBLIC)
        .addParameter(context.mapping().type(attribute.type()), name)
        .returns(record)
        .addStatement("return toBuilder().$1L($1L).build()", name)
        .build();
  }

  /** {@code public Message withoutText()}. */
  private MethodSpec without(Attribute attribute) {
    return MethodSpec.methodBuilder(JavaNames.without(attribute.name()))
        .addModifiers(Modifier.PUBLIC)
        .returns(record)
        .addStatement("return toBuilder().$L().build()", JavaNames.remover(attribute.name()))
        .build();
  }
}
