package dev.keyplan.emit.java;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.ParameterizedTypeName;
import com.palantir.javapoet.TypeName;
import com.palantir.javapoet.TypeSpec;
import dev.keyplan.model.Entity;
import dev.keyplan.model.ReadTransactionPattern;
import dev.keyplan.naming.JavaNames;
import dev.keyplan.plan.Plan;
import dev.keyplan.source.SourceFile;
import java.util.Optional;
import javax.lang.model.element.Modifier;

/** Writes the record with the items that a transaction gets. */
final class TransactionGetSpec implements ClassSpec {
  private final ReadTransactionPattern pattern;

  TransactionGetSpec(Plan.TransactionGet plan) {
    this.pattern = plan.pattern();
  }

  /** It is beside the first entity, whose repository has the method. */
  static ClassName className(ReadTransactionPattern pattern) {
    return ClassName.get(
        pattern.entities().get(0).name().namespace(), JavaNames.capitalised(pattern.name().name()));
  }

  @Override
  public ClassName className() {
    return className(pattern);
  }

  @Override
  public SourceFile source() {
    return pattern.span().file();
  }

  @Override
  public TypeSpec.Builder typeSpec() {
    MethodSpec.Builder components = MethodSpec.constructorBuilder();
    pattern
        .members()
        .forEach(
            member ->
                components.addParameter(
                    optional(member.entity()), JavaNames.component(member.name())));
    return TypeSpec.recordBuilder(className())
        .addModifiers(Modifier.PUBLIC)
        .addJavadoc(
            JavadocText.of(
                    "What the pattern "
                        + JavadocText.code(pattern.name().name())
                        + " has got: the items as they were at one moment.")
                .toCode())
        .recordConstructor(components.build());
  }

  private static TypeName optional(Entity entity) {
    return ParameterizedTypeName.get(
        ClassName.get(Optional.class), JavaContext.types(entity).entity());
  }
}
