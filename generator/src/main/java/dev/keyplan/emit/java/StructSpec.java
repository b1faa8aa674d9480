package dev.keyplan.emit.java;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.TypeSpec;
import dev.keyplan.model.StructDefinition;
import dev.keyplan.naming.JavaNames;
import dev.keyplan.source.SourceFile;
import javax.lang.model.element.Modifier;

/** Writes the record of a struct. */
final class StructSpec implements ClassSpec {
  private final JavaContext context;
  private final StructDefinition struct;

  StructSpec(JavaContext context, StructDefinition struct) {
    this.context = context;
    this.struct = struct;
  }

  @Override
  public ClassName className() {
    return TypeMapping.className(struct.name());
  }

  @Override
  public SourceFile source() {
    return struct.span().file();
  }

  @Override
  public TypeSpec.Builder typeSpec() {
    RecordMembers members = new RecordMembers(context, struct.attributes());
    String name = JavaNames.capitalised(JavaNames.withArticle(struct.name().name()));
    JavadocText text = JavadocText.of(struct.documentation(), name + ", inside an item.");
    MethodSpec checked = members.checked(className(), "Refuses what the model does not allow.");
    if (context.isShared(struct.name())) {
      checked = checked.toBuilder().addModifiers(Modifier.PUBLIC).build();
    }
    BuilderSpec builder =
        new BuilderSpec(
            context,
            className(),
            struct.attributes(),
            "Only {@link #build(java.time.Instant)} knows the time.");
    TypeSpec.Builder type =
        TypeSpec.recordBuilder(className())
            .addModifiers(Modifier.PUBLIC)
            .addJavadoc(members.documented(text).toCode())
            .recordConstructor(members.components())
            .addMethod(members.compactConstructor().build())
            .addMethod(builder.factory())
            .addMethod(builder.copy())
            .addMethods(new WithMethods(context, className(), struct.attributes()).all())
            .addMethod(checked);
    members.redacted(className()).ifPresent(type::addMethod);
    return type.addType(builder.typeSpec());
  }
}
