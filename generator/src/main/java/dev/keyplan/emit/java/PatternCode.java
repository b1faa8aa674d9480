package dev.keyplan.emit.java;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.ParameterSpec;
import com.palantir.javapoet.ParameterizedTypeName;
import dev.keyplan.model.Entity;
import dev.keyplan.plan.Plan;
import java.util.List;
import java.util.Optional;
import javax.lang.model.element.Modifier;

/** What the methods of all patterns have in common. */
abstract class PatternCode {
  final JavaContext context;
  final Entity entity;

  PatternCode(JavaContext context, Entity entity) {
    this.context = context;
    this.entity = entity;
  }

  final MethodSpec.Builder method(Plan plan) {
    return MethodSpec.methodBuilder(name(plan))
        .addModifiers(Modifier.PUBLIC)
        .addParameters(parameters(plan));
  }

  /** The arguments of a request: those of the method, and the time where it takes it. */
  final CodeBlock arguments(Plan plan, LocalNames names) {
    return arguments(plan, Stamps.reading(names));
  }

  final CodeBlock arguments(Plan plan, CodeBlock now) {
    CodeBlock arguments = Signatures.arguments(parameters(plan));
    boolean isTimed =
        TimeOfCall.isIn(plan)
            || (plan instanceof Plan.Transaction transaction
                && TransactionRequests.needTime(transaction));
    return isTimed ? Stamps.withTime(arguments, now) : arguments;
  }

  final JavadocText javadoc(Plan plan) {
    String name = JavadocText.code(plan.pattern().name().name());
    return JavadocText.of(plan.pattern().documentation(), "The pattern " + name + ".")
        .paragraph(PlanJavadoc.of(plan));
  }

  final List<ParameterSpec> parameters(Plan plan) {
    return new Signatures(context.mapping()).of(plan);
  }

  static ParameterizedTypeName optional(ResultTypes result) {
    return ParameterizedTypeName.get(ClassName.get(Optional.class), result.type());
  }

  final String label(Plan plan) {
    return entity.name().name() + "." + plan.pattern().name().name();
  }

  static String name(Plan plan) {
    return plan.pattern().name().name();
  }
}
