package dev.keyplan.emit.java;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.FieldSpec;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.ParameterSpec;
import com.palantir.javapoet.ParameterizedTypeName;
import com.palantir.javapoet.TypeName;
import com.palantir.javapoet.TypeSpec;
import dev.keyplan.model.BuiltInMethod;
import dev.keyplan.model.Entity;
import dev.keyplan.model.Table;
import dev.keyplan.naming.JavaNames;
import dev.keyplan.plan.Plan;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import javax.lang.model.element.Modifier;

/** Writes the requests of an entity: all that its repository sends, without a client. */
final class RequestsSpec extends EntityClassSpec {
  private final WriteMethods writes;

  RequestsSpec(JavaContext context, Entity entity) {
    super(context, entity);
    this.writes = WriteMethods.ofEntity(context, entity);
  }

  @Override
  public ClassName className() {
    return types.requests();
  }

  @Override
  public TypeSpec.Builder typeSpec() {
    TypeSpec.Builder type =
        TypeSpec.classBuilder(className())
            .addModifiers(Modifier.PUBLIC, Modifier.FINAL)
            .addSuperinterface(
                ParameterizedTypeName.get(
                    context.support().entityRequests(), types.key(), types.entity()))
            .addJavadoc(
                "The requests of {@link $T}, without a client: for reviews, tests and\n"
                    + "transactions.",
                context.styles().get(0).repository(types));
    fields(context, entity).forEach(type::addField);
    type.addMethod(constructor());
    context.plans(entity).forEach(plan -> type.addMethods(methods(plan)));
    if (entity.builtIns().contains(BuiltInMethod.GET)) {
      type.addMethod(new ReadRequests(context, entity).get());
    }
    type.addMethods(builtIn(BuiltInMethod.CREATE));
    type.addMethods(builtIn(BuiltInMethod.PUT));
    if (UpdateSpec.isNeeded(entity)) {
      type.addMethods(new UpdateMethods(context, entity).all());
    }
    if (UpsertMethods.isNeeded(entity)) {
      type.addMethods(new UpsertMethods(context, entity).requests());
    }
    type.addMethods(builtIn(BuiltInMethod.DELETE));
    others(context, entity).stream()
        .filter(other -> needs(context, other, entity))
        .forEach(other -> type.addMethod(made(other)));
    return type.addMethod(tableName()).addMethod(entityItems());
  }

  /** {@code public String tableName()}. */
  private static MethodSpec tableName() {
    return MethodSpec.methodBuilder("tableName")
        .addAnnotation(Override.class)
        .addModifiers(Modifier.PUBLIC)
        .returns(String.class)
        .addStatement("return table.name()")
        .build();
  }

  /** {@code public EntityItems<Message.Key, Message> entityItems()}. */
  private MethodSpec entityItems() {
    return MethodSpec.methodBuilder("entityItems")
        .addAnnotation(Override.class)
        .addModifiers(Modifier.PUBLIC)
        .returns(
            ParameterizedTypeName.get(context.support().entityItems(), types.key(), types.entity()))
        .addStatement("return $T.ITEMS", types.codec())
        .build();
  }

  /** The tables, then the requests of other entities that transactions write. */
  private static List<FieldSpec> fields(JavaContext context, Entity entity) {
    List<FieldSpec> fields = new ArrayList<>();
    for (ParameterSpec table : tables(context, entity)) {
      fields.add(field(table.type(), table.name()));
    }
    for (Entity other : kept(context, entity)) {
      fields.add(
          field(JavaContext.types(other).requests(), TransactionRequests.field(other, entity)));
    }
    return fields;
  }

  /** Those of them that can be kept: they do not need these requests in their turn. */
  private static List<Entity> kept(JavaContext context, Entity entity) {
    return others(context, entity).stream()
        .filter(other -> !needs(context, other, entity))
        .toList();
  }

  /** Whether the requests of an entity need those of another one, themselves or through others. */
  static boolean needs(JavaContext context, Entity needing, Entity needed) {
    List<Entity> reached = new ArrayList<>(others(context, needing));
    for (int i = 0; i < reached.size(); i++) {
      if (reached.get(i).name().equals(needed.name())) {
        return true;
      }
      others(context, reached.get(i)).stream()
          .filter(next -> reached.stream().noneMatch(known -> known.name().equals(next.name())))
          .forEach(reached::add);
    }
    return false;
  }

  /**
   * {@code private ConversationRequests conversationRequests()}, which need these requests, too.
   */
  private MethodSpec made(Entity other) {
    ClassName requests = JavaContext.types(other).requests();
    return MethodSpec.methodBuilder(TransactionRequests.field(other, entity))
        .addModifiers(Modifier.PRIVATE)
        .returns(requests)
        .addStatement("return new $T($L)", requests, tablesOf(other))
        .build();
  }

  private static FieldSpec field(TypeName type, String name) {
    return FieldSpec.builder(type, name, Modifier.PRIVATE, Modifier.FINAL).build();
  }

  /** The tables that the requests and the repository of an entity have to know. */
  static List<ParameterSpec> tables(JavaContext context, Entity entity) {
    List<ParameterSpec> parameters = new ArrayList<>();
    for (Table table : context.tables(entity)) {
      ClassName type = JavaContext.tableClass(table);
      String name = parameters.isEmpty() ? "table" : JavaNames.decapitalised(type.simpleName());
      parameters.add(ParameterSpec.builder(type, name).build());
    }
    return parameters;
  }

  /** The other entities whose requests the transactions call. */
  private static List<Entity> others(JavaContext context, Entity entity) {
    List<String> used =
        context.plans(entity).stream()
            .filter(Plan.Transaction.class::isInstance)
            .flatMap(plan -> ((Plan.Transaction) plan).members().stream())
            .map(Plan.Member::action)
            .filter(context::isBuiltIn)
            .map(action -> action.entity().name().toString())
            .collect(Collectors.toList());
    return context.transactionEntities(entity).stream()
        .filter(other -> used.contains(other.name().toString()))
        .toList();
  }

  /** {@code public ConversationRequests(MessagesTable table)}. */
  private MethodSpec constructor() {
    List<ParameterSpec> tables = tables(context, entity);
    MethodSpec.Builder constructor =
        MethodSpec.constructorBuilder().addModifiers(Modifier.PUBLIC).addParameters(tables);
    tables.forEach(table -> constructor.addStatement("this.$1N = $1N", table));
    for (Entity other : kept(context, entity)) {
      constructor.addStatement(
          "this.$L = new $T($L)",
          TransactionRequests.field(other, entity),
          JavaContext.types(other).requests(),
          tablesOf(other));
    }
    return constructor.build();
  }

  /** The arguments for the requests of another entity, which may need tables that we do not. */
  private String tablesOf(Entity other) {
    return context.tables(other).stream()
        .map(table -> tableOrDefault(table))
        .collect(Collectors.joining(", "));
  }

  private String tableOrDefault(Table table) {
    return tables(context, entity).stream()
        .filter(known -> known.type().equals(JavaContext.tableClass(table)))
        .map(ParameterSpec::name)
        .findFirst()
        .orElse(JavaContext.tableClass(table).canonicalName() + ".DEFAULT");
  }

  private List<MethodSpec> methods(Plan plan) {
    String name = plan.pattern().name().name();
    if (plan instanceof Plan.Query query) {
      return List.of(new ReadRequests(context, entity).query(query));
    }
    if (plan instanceof Plan.BatchGetItem batch) {
      return List.of(new BatchGetMethods(context, entity).request(batch));
    }
    if (plan instanceof Plan.TransactionGet get) {
      return List.of(new TransactionGetMethods(context, entity).request(get));
    }
    if (plan instanceof Plan.Scan scan) {
      return List.of(new ReadRequests(context, entity).scan(scan));
    }
    if (plan instanceof Plan.GetItem get) {
      return List.of(new ReadRequests(context, entity).getItem(get));
    }
    if (plan instanceof Plan.GuardedGet get) {
      return List.of(new ReadRequests(context, entity).guard(get));
    }
    if (plan instanceof Plan.Write write) {
      return writes.of(
          name,
          write.action(),
          write.pattern().write().key(),
          new Signatures(context.mapping()).of(plan));
    }
    if (plan instanceof Plan.Batch) {
      return List.of();
    }
    return new TransactionRequests(context, entity).of((Plan.Transaction) plan);
  }

  private List<MethodSpec> builtIn(BuiltInMethod method) {
    return context
        .builtInWrite(entity, method)
        .map(
            action -> writes.of(method.word(), action, Map.of(), List.of(Signatures.alone(action))))
        .orElse(List.of());
  }
}
