package dev.keyplan.emit.java;

import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.FieldSpec;
import dev.keyplan.model.Attribute;
import dev.keyplan.model.Entity;
import dev.keyplan.model.KeyAttribute;
import dev.keyplan.model.Unique;
import dev.keyplan.plan.WriteAction;
import java.util.List;
import java.util.Map;
import javax.lang.model.element.Modifier;

/** What generated code says about the guards of an entity's unique values. */
final class GuardExpressions {
  private final JavaContext context;
  private final Entity entity;
  private final EntityTypes types;

  GuardExpressions(JavaContext context, Entity entity) {
    this.context = context;
    this.entity = entity;
    this.types = JavaContext.types(entity);
  }

  /** {@code static final Guards GUARDS = Guards.of("Customer", "pk")…}, in the codec. */
  FieldSpec field() {
    List<KeyAttribute> sort = entity.table().key().sort();
    CodeBlock.Builder guards =
        CodeBlock.builder()
            .add(
                "$T.of($S, $S)",
                context.support().guards(),
                entity.typeValue(),
                entity.table().key().partition().get(0).name());
    for (KeyAttribute key : sort) {
      String method =
          switch (key.type()) {
            case STRING -> "sortedByText";
            case NUMBER -> "sortedByNumber";
            case BINARY -> "sortedByBinary";
          };
      guards.add("\n.$L($S)", method, key.name());
    }
    entity.table().typeAttribute().ifPresent(name -> guards.add("\n.typed($S)", name));
    entity.expiry().ifPresent(expiry -> guards.add("\n.expiring($S)", expiry.storedName()));
    for (Unique unique : entity.uniques()) {
      guards.add(
          "\n.unique($T.of($L), $T.of($L))",
          List.class,
          strings(unique.attributes().stream().map(Attribute::name).toList()),
          List.class,
          strings(unique.attributes().stream().map(Attribute::storedName).toList()));
    }
    FieldSpec.Builder field =
        FieldSpec.builder(context.support().guards(), "GUARDS", Modifier.STATIC, Modifier.FINAL)
            .addJavadoc("What no two of them share.")
            .initializer("$>$>$L$<$<", guards.build());
    return context.isShared(entity.name())
        ? field.addModifiers(Modifier.PUBLIC).build()
        : field.build();
  }

  private static CodeBlock strings(List<String> texts) {
    return texts.stream().map(t -> CodeBlock.of("$S", t)).collect(CodeBlock.joining(", "));
  }

  /** {@code CustomerCodec.GUARDS}. */
  CodeBlock guards() {
    return CodeBlock.of("$T.GUARDS", types.codec());
  }

  /** Whether an action puts guards in the place of some that have expired. */
  static boolean needTime(WriteAction action) {
    return action.isGuarded()
        && needTime(action.entity())
        && !(action instanceof WriteAction.Delete);
  }

  /** Whether the guards of an entity expire. */
  static boolean needTime(Entity entity) {
    return !entity.uniques().isEmpty() && entity.expiry().isPresent();
  }

  /**
   * {@code CustomerCodec.GUARDS.with(List.of(…), before, after)}, or with the time where it puts
   * guards that expire.
   */
  CodeBlock with(CodeBlock actions, CodeBlock before, CodeBlock after, String now) {
    return call("with", actions, before, after, now);
  }

  /** The same where also guards of values that stay are put: {@code renewed} for {@code with}. */
  CodeBlock renewed(CodeBlock actions, CodeBlock before, CodeBlock after, String now) {
    return call("renewed", actions, before, after, now);
  }

  private CodeBlock call(
      String method, CodeBlock actions, CodeBlock before, CodeBlock after, String now) {
    return CodeBlock.of(
        "$L.$L(\n$>$>$T.of($L),\n$L,\n$L$L)$<$<",
        guards(),
        method,
        List.class,
        actions,
        before,
        after,
        needTime(entity) ? CodeBlock.of(",\n$L", now) : CodeBlock.of(""));
  }

  /** {@code CustomerCodec.GUARDS.with(List.of(…), before, Map.of())}: none is put. */
  CodeBlock without(CodeBlock actions, CodeBlock before) {
    return CodeBlock.of(
        "$L.with(\n$>$>$T.of($L),\n$L,\n$L)$<$<", guards(), List.class, actions, before, noItem());
  }

  /** The item of an entity, before or after a write. */
  CodeBlock item(String variable) {
    return CodeBlock.of("$T.write($L)", types.codec(), variable);
  }

  /** Before or after a write there may be none. */
  static CodeBlock noItem() {
    return CodeBlock.of("$T.of()", Map.class);
  }
}
