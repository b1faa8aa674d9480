package dev.keyplan.emit.java;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.ParameterSpec;
import com.palantir.javapoet.TypeSpec;
import dev.keyplan.model.Attribute;
import dev.keyplan.model.StructDefinition;
import dev.keyplan.model.TypeKind;
import dev.keyplan.naming.JavaNames;
import dev.keyplan.source.SourceFile;
import java.util.List;
import javax.lang.model.element.Modifier;

/** Writes what an update may change of a struct, wherever in an item it is. */
final class StructUpdateSpec implements ClassSpec {
  private final JavaContext context;
  private final StructDefinition struct;
  private final UpdateTarget target = UpdateTarget.ofStruct();

  StructUpdateSpec(JavaContext context, StructDefinition struct) {
    this.context = context;
    this.struct = struct;
  }

  @Override
  public ClassName className() {
    return InnerUpdates.updateOf(struct);
  }

  @Override
  public SourceFile source() {
    return struct.span().file();
  }

  @Override
  public TypeSpec.Builder typeSpec() {
    TypeSpec.Builder type =
        TypeSpec.classBuilder(className())
            .addModifiers(Modifier.PUBLIC, Modifier.FINAL)
            .addJavadoc(
                JavadocText.of(
                        "Changes to one "
                            + struct.name().name()
                            + " inside of an item, which has to be there: what is not called stays"
                            + " as it is.")
                    .toCode())
            .addField(context.support().place(), "place", Modifier.PRIVATE, Modifier.FINAL)
            .addMethod(constructor());
    UpdateNames names = new UpdateNames(struct.attributes());
    RelativeUpdates relative = new RelativeUpdates(context, className(), names, target);
    InnerUpdates inner = new InnerUpdates(context, names, relative);
    for (Attribute attribute : struct.attributes()) {
      type.addMethod(setter(attribute));
      if (attribute.mayBeAbsent()) {
        type.addMethod(remover(attribute, relative));
      }
      type.addMethods(relative.of(attribute)).addMethods(inner.of(attribute));
    }
    return type;
  }

  /** {@code AddressUpdate(Place place)}. */
  private MethodSpec constructor() {
    MethodSpec.Builder constructor =
        MethodSpec.constructorBuilder()
            .addParameter(context.support().place(), "place")
            .addStatement("this.place = place");
    return context.isShared(struct.name())
        ? constructor.addJavadoc("For generated code.").addModifiers(Modifier.PUBLIC).build()
        : constructor.build();
  }

  /** {@code public AddressUpdate city(String city)}; an empty set is removed, it is not stored. */
  private MethodSpec setter(Attribute attribute) {
    String name = JavaNames.component(attribute.name());
    ParameterSpec parameter =
        ParameterSpec.builder(context.mapping().type(attribute.type()), name).build();
    LocalNames names = new LocalNames(List.of(parameter));
    CodeBlock value =
        context.mapping().writeChecked(attribute.type(), name, CodeBlock.of("$L", name));
    MethodSpec.Builder method =
        MethodSpec.methodBuilder(name)
            .addModifiers(Modifier.PUBLIC)
            .addParameter(parameter)
            .returns(className());
    if (attribute.type().kind() == TypeKind.SET) {
      method
          .beginControlFlow("if ($L.isEmpty())", name)
          .addStatement("return $L()", JavaNames.remover(attribute.name()))
          .endControlFlow();
    }
    return method
        .addCode(target.body(attribute, names, place -> CodeBlock.of("$L.set($L)", place, value)))
        .build();
  }

  /** {@code public AddressUpdate removeZip()}. */
  private static MethodSpec remover(Attribute attribute, RelativeUpdates relative) {
    return relative
        .method(
            JavaNames.remover(attribute.name()),
            List.of(),
            UpdatePath.of(attribute),
            place -> CodeBlock.of("$L.remove()", place))
        .build();
  }
}
