package dev.keyplan.emit.java;

import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.ParameterSpec;
import dev.keyplan.model.Entity;
import dev.keyplan.naming.JavaNames;
import dev.keyplan.plan.KeyCondition;
import dev.keyplan.plan.KeyTerm;
import dev.keyplan.plan.Plan;
import dev.keyplan.plan.TypeTest;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import javax.lang.model.element.Modifier;

/** Writes the methods that make the requests of reads. */
final class ReadRequests {
  private final JavaContext context;
  private final Entity entity;
  private final EntityTypes types;
  private final KeyExpressions keys;
  private final ReadProjection projection;

  ReadRequests(JavaContext context, Entity entity) {
    this.context = context;
    this.entity = entity;
    this.types = JavaContext.types(entity);
    this.keys = new KeyExpressions(context.keyFunctions(entity), context.mapping());
    this.projection = new ReadProjection(entity);
  }

  /** {@code public QueryRequest messages(UUID groupId)}. */
  MethodSpec query(Plan.Query plan) {
    List<ParameterSpec> parameters = parameters(plan);
    KeyExpressions keys = this.keys.in(parameters);
    LocalNames names = new LocalNames(parameters);
    MethodSpec.Builder method =
        MethodSpec.methodBuilder(plan.pattern().name().name())
            .addJavadoc(JavadocText.of(PlanJavadoc.of(plan)).toCode())
            .addModifiers(Modifier.PUBLIC)
            .addParameters(parameters);
    if (plan.condition().fanOut().isEmpty()) {
      return method
          .returns(Sdk.QUERY_REQUEST)
          .addStatement("return $L", request(plan, keys, names))
          .build();
    }
    FanOutRequests all = new FanOutRequests(plan, keys, context.support(), names);
    return method
        .returns(FanOutRequests.TYPE)
        .addStatement("return $L", all.list(request(plan, all.keys(), names)))
        .build();
  }

  /** Those of the pattern, and the time if it says {@code now}. */
  private List<ParameterSpec> parameters(Plan plan) {
    List<ParameterSpec> parameters = new Signatures(context.mapping()).of(plan);
    return TimeOfCall.isIn(plan) ? Stamps.withTime(parameters) : parameters;
  }

  private CodeBlock request(Plan.Query plan, KeyExpressions keys, LocalNames names) {
    boolean isOfSeveral = plan.condition().fanOut().isPresent();
    Placeholders placeholders = new Placeholders(context.support());
    String condition = keys.condition(plan.condition(), placeholders);
    Optional<String> filter =
        plan.filter().map(new ConditionExpression("filter", keys, placeholders, names)::of);
    CodeBlock.Builder request =
        CodeBlock.builder()
            .add(isOfSeveral ? "$T.builder()$>$>" : "$T.builder()", Sdk.QUERY_REQUEST)
            .add("\n.tableName($L.name())", names.field("table"));
    plan.path().index().ifPresent(index -> request.add("\n.indexName($S)", index.indexName()));
    select(plan).ifPresent(all -> request.add("\n.select($T.$L)", Sdk.SELECT, all));
    request.add("\n.keyConditionExpression($L)", Literals.wrapped(condition));
    if (plan.isCount()) {
      projection.ofCount(plan, placeholders).ifPresent(request::add);
    } else if (plan.isFetchedByKey()) {
      request.add(projection.ofKey(placeholders));
    } else {
      List<String> more = new ArrayList<>(ReadProjection.lookedAt(plan));
      more.addAll(isOfSeveral ? FanOutRequests.startKey(plan) : List.of());
      projection.of(plan.pattern(), more, placeholders).ifPresent(request::add);
    }
    filter.ifPresent(f -> request.add("\n.filterExpression($L)", placeholders.expression(f)));
    request.add(placeholders.calls());
    if (plan.isDescending()) {
      request.add("\n.scanIndexForward(false)");
    }
    if (plan.isConsistent()) {
      request.add("\n.consistentRead(true)");
    }
    pageSize(plan).ifPresent(size -> request.add("\n.limit($L)", size));
    return request.add(isOfSeveral ? "\n.build()$<$<" : "\n.build()").build();
  }

  /** {@code public ScanRequest everything()}. */
  MethodSpec scan(Plan.Scan plan) {
    List<ParameterSpec> parameters = parameters(plan);
    KeyExpressions keys = this.keys.in(parameters);
    LocalNames names = new LocalNames(parameters);
    Placeholders placeholders = new Placeholders(context.support());
    List<String> conditions = new ArrayList<>();
    plan.typeAttribute()
        .map(name -> ofTypes(name, plan.entities(), placeholders))
        .ifPresent(conditions::add);
    if (!plan.beginnings().isEmpty()) {
      conditions.add(beginnings(plan.beginnings(), placeholders));
    }
    plan.filter()
        .map(
            filter -> {
              String text = new ConditionExpression("filter", keys, placeholders, names).of(filter);
              return conditions.isEmpty() || !filter.isJoined() ? text : "(" + text + ")";
            })
        .ifPresent(conditions::add);
    CodeBlock.Builder request =
        CodeBlock.builder()
            .add("return $T.builder()", Sdk.SCAN_REQUEST)
            .add("\n.tableName($L.name())", names.field("table"));
    plan.path().index().ifPresent(index -> request.add("\n.indexName($S)", index.indexName()));
    projection.of(plan.pattern(), List.of(), placeholders).ifPresent(request::add);
    if (!conditions.isEmpty()) {
      String all = String.join(" AND ", conditions);
      request.add("\n.filterExpression($L)", placeholders.expression(all));
    }
    request.add(placeholders.calls());
    if (plan.isConsistent()) {
      request.add("\n.consistentRead(true)");
    }
    plan.pageSize().ifPresent(size -> request.add("\n.limit($L)", size));
    return MethodSpec.methodBuilder(plan.pattern().name().name())
        .addJavadoc(JavadocText.of(PlanJavadoc.of(plan)).toCode())
        .addModifiers(Modifier.PUBLIC)
        .addParameters(parameters)
        .returns(Sdk.SCAN_REQUEST)
        .addStatement("$L\n.build()", request.build())
        .build();
  }

  /** {@code #_type = :type}: what items are wanted. */
  private static String ofTypes(
      String typeAttribute, List<Entity> wanted, Placeholders placeholders) {
    return TypeTest.of(
        placeholders.name(typeAttribute),
        wanted,
        (hint, type) -> placeholders.value(JavaNames.decapitalised(hint), type(type)));
  }

  private static CodeBlock type(String type) {
    return CodeBlock.of("$T.fromS($S)", Sdk.ATTRIBUTE_VALUE, type);
  }

  /** {@code begins_with(pk, :pk)}: what the keys of one of the wanted entities begin with. */
  private String beginnings(List<List<KeyTerm>> all, Placeholders placeholders) {
    return TypeTest.oneOf(
        all.stream()
            .map(terms -> keys.condition(new KeyCondition(List.of(), terms), placeholders))
            .toList());
  }

  /** DynamoDB's {@code Select}, where it is not what the request says anyway. */
  private static Optional<String> select(Plan.Query plan) {
    if (plan.isCountOnly()) {
      return Optional.of("COUNT");
    }
    boolean isAll =
        plan.isFetched() && !plan.isFetchedByKey() && plan.pattern().selection().isEmpty();
    return isAll ? Optional.of("ALL_ATTRIBUTES") : Optional.empty();
  }

  /** Two are enough to see that there is more than one. */
  private static OptionalInt pageSize(Plan.Query plan) {
    return plan.isSingle() ? OptionalInt.of(2) : plan.pageSize();
  }

  /** {@code public GetItemRequest byEmail(String email)}, for the guard. */
  MethodSpec guard(Plan.GuardedGet plan) {
    List<ParameterSpec> parameters = new Signatures(context.mapping()).of(plan);
    CodeBlock values =
        plan.unique().attributes().stream()
            .map(
                attribute ->
                    CodeBlock.of(
                        "$S, $L",
                        attribute.storedName(),
                        keys.written(attribute, plan.values().get(attribute.name()))))
            .collect(CodeBlock.joining(", "));
    return MethodSpec.methodBuilder(plan.pattern().name().name())
        .addJavadoc(
            JavadocText.of(
                    PlanJavadoc.of(plan)
                        + " This is the first; the guard has the key for the other.")
                .toCode())
        .addModifiers(Modifier.PUBLIC)
        .addParameters(parameters)
        .returns(Sdk.GET_ITEM_REQUEST)
        .addStatement(
            "return $T.builder()\n.tableName($L.name())\n.key($L.key($T.of($L)))"
                + "\n.consistentRead(true)\n.build()",
            Sdk.GET_ITEM_REQUEST,
            new LocalNames(parameters).field("table"),
            new GuardExpressions(context, entity).guards(),
            Map.class,
            values)
        .build();
  }

  /** {@code public GetItemRequest message(UUID groupId, Instant createdAt, UUID id)}. */
  MethodSpec getItem(Plan.GetItem plan) {
    List<ParameterSpec> parameters = new Signatures(context.mapping()).of(plan);
    CodeBlock key = context.key(entity, plan.key());
    Placeholders placeholders = new Placeholders(context.support());
    CodeBlock selected =
        projection
            .of(plan.pattern(), ReadProjection.lookedAt(plan), placeholders)
            .orElse(CodeBlock.builder().build());
    CodeBlock more = CodeBlock.of("$L$L", selected, placeholders.calls());
    return MethodSpec.methodBuilder(plan.pattern().name().name())
        .addJavadoc(JavadocText.of(PlanJavadoc.of(plan)).toCode())
        .addModifiers(Modifier.PUBLIC)
        .addParameters(parameters)
        .returns(Sdk.GET_ITEM_REQUEST)
        .addStatement("$L", getItem(new LocalNames(parameters), key, more, plan.isConsistent()))
        .build();
  }

  /** {@code public GetItemRequest get(Message.Key key)}. */
  MethodSpec get() {
    ParameterSpec key = ParameterSpec.builder(types.key(), "key").build();
    return MethodSpec.methodBuilder("get")
        .addModifiers(Modifier.PUBLIC)
        .addParameter(key)
        .returns(Sdk.GET_ITEM_REQUEST)
        .addStatement(
            "$L",
            getItem(
                new LocalNames(List.of(key)),
                CodeBlock.of("key"),
                CodeBlock.builder().build(),
                false))
        .build();
  }

  /**
   * @param more calls on the builder
   */
  private CodeBlock getItem(LocalNames names, CodeBlock key, CodeBlock more, boolean isConsistent) {
    return CodeBlock.of(
        "return $T.builder()\n.tableName($L.name())\n.key($T.key($L))$L$L\n.build()",
        Sdk.GET_ITEM_REQUEST,
        names.field("table"),
        types.codec(),
        key,
        more,
        isConsistent ? "\n.consistentRead(true)" : "");
  }
}
