package dev.keyplan.emit.java;

import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.ParameterSpec;
import dev.keyplan.model.Attribute;
import dev.keyplan.model.Entity;
import dev.keyplan.model.KeyAttribute;
import dev.keyplan.model.ReadPattern;
import dev.keyplan.model.Selection;
import dev.keyplan.naming.JavaNames;
import dev.keyplan.plan.Expiry;
import dev.keyplan.plan.FanOut;
import dev.keyplan.plan.KeyCondition;
import dev.keyplan.plan.KeyTerm;
import dev.keyplan.plan.Plan;
import dev.keyplan.plan.PlanText;
import dev.keyplan.plan.TypeTest;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.stream.Collectors;
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
    List<ParameterSpec> parameters = parameters(plan);
    KeyExpressions keys = this.keys.in(parameters);
    LocalNames names = new LocalNames(parameters);
    MethodSpec.Builder method =
        MethodSpec.methodBuilder(plan.pattern().name().name())
            .addJavadoc(JavadocText.of(planText(plan)).toCode())
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
      lookedAt(plan).forEach(n -> request.add(projection(List.of(List.of(n)), placeholders)));
    } else if (plan.isFetchedByKey()) {
      request.add(projection(keyNames().stream().map(List::of).toList(), placeholders));
    } else {
      List<String> more = new ArrayList<>(lookedAt(plan));
      more.addAll(isOfSeveral ? FanOutRequests.startKey(plan) : List.of());
      projection(plan.pattern(), more, placeholders).ifPresent(request::add);
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
    projection(plan.pattern(), List.of(), placeholders).ifPresent(request::add);
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
        .addJavadoc(JavadocText.of(planText(plan)).toCode())
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

  /** What a read looks at besides its results. */
  static List<String> lookedAt(Plan plan) {
    return Expiry.afterReading(plan).map(Attribute::storedName).stream().toList();
  }

  /**
   * {@code .projectionExpression("id, total")}, where not all is returned.
   *
   * @param more what is needed besides
   */
  private Optional<CodeBlock> projection(
      ReadPattern pattern, List<String> more, Placeholders placeholders) {
    return pattern
        .selection()
        .map(selection -> projection(projected(pattern, selection, more), placeholders));
  }

  private static CodeBlock projection(
      Collection<List<String>> attributes, Placeholders placeholders) {
    String names = attributes.stream().map(placeholders::path).collect(Collectors.joining(", "));
    return CodeBlock.of("\n.projectionExpression($L)", Literals.wrapped(names));
  }

  /** What of an index entry says which item it is of. */
  private List<String> keyNames() {
    return entity.table().key().attributes().stream().map(KeyAttribute::name).toList();
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

  /** With an attribute that every item has: an empty item could not be told from none. */
  private Set<List<String>> projected(ReadPattern pattern, Selection selection, List<String> more) {
    Set<List<String>> names = selection.storedNames(pattern.entities());
    more.forEach(name -> names.add(List.of(name)));
    if (pattern.collection().isPresent()) {
      recognising().forEach(name -> names.add(List.of(name)));
    }
    if (selection.components().stream().allMatch(Attribute::mayBeAbsent)) {
      names.add(List.of(entity.table().key().attributes().get(0).name()));
    }
    return names;
  }

  /** What tells the items of a collection apart. */
  private List<String> recognising() {
    return entity.table().typeAttribute().map(List::of).orElseGet(this::keyNames);
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
                        "$S,$W$L",
                        attribute.storedName(),
                        keys.written(attribute, plan.values().get(attribute.name()))))
            .collect(CodeBlock.joining(",$W"));
    return MethodSpec.methodBuilder(plan.pattern().name().name())
        .addJavadoc(
            JavadocText.of(
                    planText(plan) + " This is the first; the guard has the key for the other.")
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
    CodeBlock projection =
        projection(plan.pattern(), lookedAt(plan), placeholders)
            .orElse(CodeBlock.builder().build());
    CodeBlock more = CodeBlock.of("$L$L", projection, placeholders.calls());
    return MethodSpec.methodBuilder(plan.pattern().name().name())
        .addJavadoc(JavadocText.of(planText(plan)).toCode())
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

  /** What a plan does, as Javadoc: its conditions as code. */
  static String planText(Plan plan) {
    List<String> code = new ArrayList<>();
    if (plan instanceof Plan.Query query) {
      code.add(PlanText.of(query.condition()));
      query
          .condition()
          .fanOut()
          .flatMap(FanOut::buckets)
          .map(FanOut.Buckets::text)
          .ifPresent(code::add);
      query.filter().map(PlanText::of).ifPresent(code::add);
    } else if (plan instanceof Plan.Scan scan) {
      Optional.of(PlanText.recognition(scan)).filter(t -> !t.isEmpty()).ifPresent(code::add);
      scan.filter().map(PlanText::of).ifPresent(code::add);
    } else if (plan instanceof Plan.GetItem get) {
      code.add(PlanText.key(get));
    } else if (plan instanceof Plan.BatchGetItem batch && !batch.isGivenKeys()) {
      code.add(PlanText.key(batch));
    } else if (plan instanceof Plan.Write write && !write.pattern().write().key().isEmpty()) {
      code.add(PlanText.key(write));
    } else if (plan instanceof Plan.Transaction transaction) {
      transaction.members().stream()
          .filter(member -> !member.key().isEmpty())
          .map(PlanText::key)
          .forEach(code::add);
    }
    PlanText.expired(plan).ifPresent(code::add);
    String text = JavaNames.capitalised(PlanText.of(plan));
    StringBuilder javadoc = new StringBuilder();
    int start = 0;
    for (String part : code) {
      int end = text.indexOf(part, start);
      javadoc.append(JavadocText.escape(text.substring(start, end)));
      javadoc.append(JavadocText.code(part));
      start = end + part.length();
    }
    return javadoc.append(JavadocText.escape(text.substring(start))).append('.').toString();
  }
}
