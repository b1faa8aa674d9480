package dev.keyplan.emit.java;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.FieldSpec;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.ParameterizedTypeName;
import com.palantir.javapoet.TypeSpec;
import dev.keyplan.model.Entity;
import dev.keyplan.naming.JavaNames;
import java.util.Optional;
import javax.lang.model.element.Modifier;

/** Writes the exception for writes that found an entity not as they demand. */
final class ConditionFailedSpec extends EntityClassSpec {
  ConditionFailedSpec(JavaContext context, Entity entity) {
    super(context, entity);
  }

  @Override
  public ClassName className() {
    return types.conditionFailedException();
  }

  @Override
  public TypeSpec.Builder typeSpec() {
    return TypeSpec.classBuilder(className())
        .addModifiers(Modifier.PUBLIC, Modifier.FINAL)
        .superclass(context.support().conditionFailedException())
        .addJavadoc(
            "A write found $L {@link $T} not as it demands.",
            JavaNames.article(entity.name().name()),
            types.entity())
        .addField(
            FieldSpec.builder(
                    long.class,
                    "serialVersionUID",
                    Modifier.PRIVATE,
                    Modifier.STATIC,
                    Modifier.FINAL)
                .initializer("1")
                .build())
        .addField(
            context.nulls().nullable(Sdk.ITEM),
            "item",
            Modifier.PRIVATE,
            Modifier.FINAL,
            Modifier.TRANSIENT)
        .addMethod(constructor())
        .addMethod(found());
  }

  /** The constructor, for the repository. */
  private static MethodSpec constructor() {
    return MethodSpec.constructorBuilder()
        .addParameter(String.class, "pattern")
        .addParameter(String.class, "demand")
        .addParameter(Sdk.ITEM, "item")
        .addParameter(Throwable.class, "cause")
        .addStatement("super(pattern, demand, !item.isEmpty(), cause)")
        .addStatement("this.item = item")
        .build();
  }

  /** {@code public Optional<Message> found()}. */
  private MethodSpec found() {
    return MethodSpec.methodBuilder("found")
        .addAnnotation(Override.class)
        .addModifiers(Modifier.PUBLIC)
        .returns(ParameterizedTypeName.get(ClassName.get(Optional.class), types.entity()))
        .addComment("The item does not travel when an exception is serialised.")
        .addStatement(
            "return item == null || item.isEmpty()\n? $1T.empty()\n: $1T.of($2T.read(item))",
            Optional.class,
            types.codec())
        .build();
  }
}
