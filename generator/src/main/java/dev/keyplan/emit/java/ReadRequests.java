package dev.keyplan.emit.java;

import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.ParameterSpec;
import dev.keyplan.model.Entity;
import dev.keyplan.naming.JavaNames;
import dev.keyplan.plan.Plan;
import dev.keyplan.plan.PlanText;
import java.util.List;
import java.util.OptionalInt;
import javax.lang.model.element.Modifier;

/** Writes the methods that make the requests of reads. */
final class ReadRequests {
  private final JavaContext context;
  private final Entity entity;
  private final EntityTypes types;
  private final KeyExpressions keys;

  ReadRequests(JavaContext context, Entity entity) {
    this.context = context;
    this.entity = entity;
    this.types = JavaContext.types(entity);
    this.keys = new KeyExpressions(context.keyFunctions(entity), context.mapping());
  }

  /** {@code public QueryRequest messages(UUID groupId)}. */
  MethodSpec query(Plan.Query plan) {
    List<ParameterSpec> parameters = new Signatures(context.mapping()).of(plan);
    Placeholders placeholders = new Placeholders(context.support());
    String condition = keys.condition(plan.condition(), placeholders);
    CodeBlock.Builder request =
        CodeBlock.builder()
            .add("return $T.builder()", Sdk.QUERY_REQUEST)
            .add("\n.tableName($L.name())", new LocalNames(parameters).field("table"));
    plan.path().index().ifPresent(index -> request.add("\n.indexName($S)", index.indexName()));
    request
        .add("\n.keyConditionExpression($L)", Literals.wrapped(condition))
        .add(placeholders.calls());
    if (plan.isDescending()) {
      request.add("\n.scanIndexForward(false)");
    }
    if (plan.isConsistent()) {
      request.add("\n.consistentRead(true)");
    }
    pageSize(plan).ifPresent(size -> request.add("\n.limit($L)", size));
    return MethodSpec.methodBuilder(plan.pattern().name().name())
        .addJavadoc(JavadocText.of(planText(plan)).toCode())
        .addModifiers(Modifier.PUBLIC)
        .addParameters(parameters)
        .returns(Sdk.QUERY_REQUEST)
        .addStatement("$L\n.build()", request.build())
        .build();
  }

  /** Two are enough to see that there is more than one. */
  private static OptionalInt pageSize(Plan.Query plan) {
    return plan.isSingle() ? OptionalInt.of(2) : plan.pageSize();
  }

  /** {@code public GetItemRequest message(UUID groupId, Instant createdAt, UUID id)}. */
  MethodSpec getItem(Plan.GetItem plan) {
    List<ParameterSpec> parameters = new Signatures(context.mapping()).of(plan);
    CodeBlock values =
        entity.key().attributes().stream()
            .map(attribute -> keys.operand(attribute, plan.key().get(attribute.name())))
            .collect(CodeBlock.joining(",$W"));
    CodeBlock key = CodeBlock.of("new $T($L)", types.key(), values);
    return MethodSpec.methodBuilder(plan.pattern().name().name())
        .addJavadoc(JavadocText.of(planText(plan)).toCode())
        .addModifiers(Modifier.PUBLIC)
        .addParameters(parameters)
        .returns(Sdk.GET_ITEM_REQUEST)
        .addStatement("$L", getItem(new LocalNames(parameters), key, plan.isConsistent()))
        .build();
  }

  /** {@code public GetItemRequest get(Message.Key key)}. */
  MethodSpec get() {
    ParameterSpec key = ParameterSpec.builder(types.key(), "key").build();
    return MethodSpec.methodBuilder("get")
        .addModifiers(Modifier.PUBLIC)
        .addParameter(key)
        .returns(Sdk.GET_ITEM_REQUEST)
        .addStatement("$L", getItem(new LocalNames(List.of(key)), CodeBlock.of("key"), false))
        .build();
  }

  private CodeBlock getItem(LocalNames names, CodeBlock key, boolean isConsistent) {
    return CodeBlock.of(
        "return $T.builder()\n.tableName($L.name())\n.key($T.key($L))$L\n.build()",
        Sdk.GET_ITEM_REQUEST,
        names.field("table"),
        types.item(),
        key,
        isConsistent ? "\n.consistentRead(true)" : "");
  }

  /** What a plan does, as Javadoc: the key condition as code. */
  static String planText(Plan plan) {
    String text = PlanText.of(plan);
    if (plan instanceof Plan.Query query) {
      String condition = PlanText.of(query.condition());
      int start = text.indexOf(condition);
      return JavadocText.escape(text.substring(0, start))
          + JavadocText.code(condition)
          + JavadocText.escape(text.substring(start + condition.length()))
          + ".";
    }
    if (plan instanceof Plan.GetItem) {
      int start = text.indexOf(": ") + 2;
      int end = text.lastIndexOf(", ");
      return JavadocText.escape(text.substring(0, start))
          + JavadocText.code(text.substring(start, end))
          + JavadocText.escape(text.substring(end))
          + ".";
    }
    return JavadocText.escape(JavaNames.capitalised(text)) + ".";
  }
}
