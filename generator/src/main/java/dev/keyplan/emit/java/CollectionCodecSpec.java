package dev.keyplan.emit.java;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.TypeSpec;
import dev.keyplan.model.Entity;
import dev.keyplan.source.SourceFile;
import javax.lang.model.element.Modifier;

/** Writes the codec of what patterns find together: it hands each item to that of its entity. */
final class CollectionCodecSpec implements ClassSpec {
  private final JavaContext context;
  private final ItemCollectionType collection;
  private final Recognition recognition;

  CollectionCodecSpec(JavaContext context, ItemCollectionType collection) {
    this.context = context;
    this.collection = collection;
    this.recognition = new Recognition(context, collection.entities());
  }

  @Override
  public ClassName className() {
    return collection.types().codec();
  }

  @Override
  public SourceFile source() {
    return collection.source();
  }

  @Override
  public TypeSpec.Builder typeSpec() {
    TypeSpec.Builder type =
        TypeSpec.classBuilder(className())
            .addModifiers(Modifier.FINAL)
            .addJavadoc("Reads {@link $T}.", collection.type())
            .addMethod(MethodSpec.constructorBuilder().addModifiers(Modifier.PRIVATE).build())
            .addMethod(read());
    recognition.addTo(type);
    return type;
  }

  /** {@code static OrderDetail read(Map<String, AttributeValue> item)}. */
  private MethodSpec read() {
    MethodSpec.Builder method =
        MethodSpec.methodBuilder("read")
            .addModifiers(Modifier.STATIC)
            .addParameter(Sdk.ITEM, "item")
            .returns(collection.type());
    if (recognition.typeAttribute().isPresent()) {
      return method.addCode(readByType(recognition.typeAttribute().get())).build();
    }
    for (Entity entity : collection.entities()) {
      method
          .beginControlFlow("if ($L(item))", recognition.method(entity))
          .addStatement("return $T.read(item)", JavaContext.types(entity).codec())
          .endControlFlow();
    }
    String key = collection.entities().get(0).table().key().attributes().get(0).name();
    return method.addStatement("throw $L", unknown(key)).build();
  }

  private CodeBlock readByType(String attribute) {
    CodeBlock.Builder code =
        CodeBlock.builder()
            .add(
                "return switch ($1T.required(item, $2S, $1T::text)) {\n$>",
                context.support().read(),
                attribute);
    for (Entity entity : collection.entities()) {
      code.add(
          "case $L -> $T.read(item);\n",
          Recognition.typeValues(entity),
          JavaContext.types(entity).codec());
    }
    return code.add("default -> throw $L;\n$<};\n", unknown(attribute)).build();
  }

  private CodeBlock unknown(String attribute) {
    return CodeBlock.of("$T.unknown(item, $S)", context.support().read(), attribute);
  }
}
