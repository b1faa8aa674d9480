package dev.keyplan.emit.java;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.TypeSpec;
import dev.keyplan.model.AttributeType.StructType;
import dev.keyplan.model.StructDefinition;
import dev.keyplan.naming.JavaNames;
import dev.keyplan.source.SourceFile;
import java.util.List;
import java.util.Optional;
import javax.lang.model.element.Modifier;

/** Writes the codec of a struct. */
final class StructCodecSpec implements ClassSpec {
  private final JavaContext context;
  private final StructDefinition struct;
  private final CodecMembers members;
  private final ClassName record;

  StructCodecSpec(JavaContext context, StructDefinition struct) {
    this.context = context;
    this.struct = struct;
    this.members =
        new CodecMembers(
            context,
            struct.attributes(),
            member -> Optional.empty(),
            new KeyForms(context, List.of()));
    this.record = TypeMapping.className(struct.name());
  }

  @Override
  public ClassName className() {
    return context.mapping().codec(new StructType(struct));
  }

  @Override
  public SourceFile source() {
    return struct.span().file();
  }

  @Override
  public TypeSpec.Builder typeSpec() {
    String article = JavaNames.capitalised(JavaNames.article(struct.name().name()));
    TypeSpec.Builder type =
        TypeSpec.classBuilder(className())
            .addModifiers(Modifier.FINAL)
            .addJavadoc("$L {@link $T} as DynamoDB stores it, inside an item.", article, record)
            .addMethod(MethodSpec.constructorBuilder().addModifiers(Modifier.PRIVATE).build())
            .addMethod(write())
            .addMethod(read());
    return context.isShared(struct.name()) ? type.addModifiers(Modifier.PUBLIC) : type;
  }

  /** {@code static AttributeValue write(Values values, Author author)}. */
  private MethodSpec write() {
    WriteVariables variables =
        WriteVariables.of(JavaNames.decapitalised(struct.name().name()), "map", "map_");
    return visible(MethodSpec.methodBuilder("write"))
        .addParameter(context.support().values(), variables.values())
        .addParameter(record, variables.record())
        .returns(Sdk.ATTRIBUTE_VALUE)
        .addCode(variables.newMap(struct.attributes().size()))
        .addCode(members.puts(variables))
        .addStatement("return $T.fromM($L)", Sdk.ATTRIBUTE_VALUE, variables.map())
        .build();
  }

  /** {@code static Author read(AttributeValue value)}. */
  private MethodSpec read() {
    return visible(MethodSpec.methodBuilder("read"))
        .addParameter(Sdk.ATTRIBUTE_VALUE, "value")
        .returns(record)
        .addStatement("$T map = $T.map(value)", Sdk.ITEM, context.support().read())
        .addCode(members.returnRead(record, "map"))
        .build();
  }

  private MethodSpec.Builder visible(MethodSpec.Builder method) {
    method.addModifiers(Modifier.STATIC);
    return context.isShared(struct.name()) ? method.addModifiers(Modifier.PUBLIC) : method;
  }
}
