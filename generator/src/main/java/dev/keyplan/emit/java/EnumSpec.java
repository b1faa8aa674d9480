package dev.keyplan.emit.java;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.TypeSpec;
import dev.keyplan.model.EnumDefinition;
import dev.keyplan.model.EnumDefinition.Constant;
import dev.keyplan.naming.JavaNames;
import dev.keyplan.source.SourceFile;
import java.util.Set;
import java.util.stream.Collectors;
import javax.lang.model.element.Modifier;

/** Writes the enum of an enum. */
final class EnumSpec implements ClassSpec {
  private final JavaContext context;
  private final EnumDefinition definition;

  /** What holds the stored text: no constant is called so. */
  private final String stored;

  EnumSpec(JavaContext context, EnumDefinition definition) {
    this.context = context;
    this.definition = definition;
    this.stored = freeName(definition, "stored");
  }

  @Override
  public ClassName className() {
    return TypeMapping.className(definition.name());
  }

  @Override
  public SourceFile source() {
    return definition.span().file();
  }

  @Override
  public TypeSpec.Builder typeSpec() {
    TypeSpec.Builder type =
        TypeSpec.enumBuilder(className())
            .addModifiers(Modifier.PUBLIC)
            .addJavadoc(
                JavadocText.of(definition.documentation(), "The values of an attribute.").toCode());
    definition.constants().forEach(constant -> addConstant(type, constant));
    return type.addField(String.class, stored, Modifier.PRIVATE, Modifier.FINAL)
        .addMethod(constructor())
        .addMethod(stored())
        .addMethod(parse());
  }

  /** {@code SHIPPED("shipped")}. */
  private void addConstant(TypeSpec.Builder type, Constant constant) {
    TypeSpec.Builder value = TypeSpec.anonymousClassBuilder("$S", constant.storedText());
    constant
        .documentation()
        .ifPresent(text -> value.addJavadoc(JavadocText.of(constant.documentation(), "").toCode()));
    type.addEnumConstant(JavaNames.constant(constant.name()), value.build());
  }

  private static String freeName(EnumDefinition definition, String wanted) {
    String name = wanted;
    Set<String> taken =
        definition.constants().stream()
            .map(constant -> JavaNames.constant(constant.name()))
            .collect(Collectors.toSet());
    while (taken.contains(name)) {
      name += "_";
    }
    return name;
  }

  private MethodSpec constructor() {
    return MethodSpec.constructorBuilder()
        .addParameter(String.class, stored)
        .addStatement("this.$1L = $1L", stored)
        .build();
  }

  /** {@code public String stored()}. */
  private MethodSpec stored() {
    return MethodSpec.methodBuilder("stored")
        .addJavadoc("The text in DynamoDB.")
        .addModifiers(Modifier.PUBLIC)
        .returns(String.class)
        .addStatement("return $L", stored)
        .build();
  }

  /** {@code static OrderStatus parse(String stored)}, a switch over the stored texts. */
  private MethodSpec parse() {
    CodeBlock.Builder body = CodeBlock.builder().add("return switch ($L) {\n$>", stored);
    for (Constant constant : definition.constants()) {
      body.add("case $S -> $L;\n", constant.storedText(), JavaNames.constant(constant.name()));
    }
    body.add(
        "default -> throw new $T($S);\n$<};\n",
        IllegalArgumentException.class,
        "No " + definition.name().name() + " is stored as this text");
    MethodSpec.Builder method = MethodSpec.methodBuilder("parse").addModifiers(Modifier.STATIC);
    if (context.isShared(definition.name())) {
      method.addModifiers(Modifier.PUBLIC).addJavadoc("For generated code.");
    }
    return method
        .addParameter(String.class, stored)
        .returns(className())
        .addCode(body.build())
        .build();
  }
}
