package dev.keyplan.oracle;

import dev.keyplan.oracle.Attempt.Invocation;
import dev.keyplan.oracle.ModelSpec.EntitySpec;
import dev.keyplan.oracle.PatternSpec.Change;
import dev.keyplan.support.Concurrency;
import dev.keyplan.support.Cursors;
import dev.keyplan.support.Transaction;
import dev.keyplan.testing.CompiledClasses;
import dev.keyplan.testing.JavaValues;
import java.lang.reflect.InvocationHandler;
import java.lang.reflect.Method;
import java.lang.reflect.Parameter;
import java.lang.reflect.Proxy;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import software.amazon.awssdk.services.dynamodb.DynamoDbAsyncClient;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.CreateTableRequest;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItem;

/** The generated classes of a model, as an application calls them. */
final class GeneratedModel {
  private static final String PACKAGE = "org.example.random.";
  private static final byte[] SECRET = "sixteen bytes ab".getBytes(StandardCharsets.UTF_8);

  private final CompiledClasses classes;
  private final List<Application> applications;
  private final AtomicInteger calls;
  private final byte[] secret;
  private final Map<List<Object>, Object> repositories = new HashMap<>();

  /** How one of several applications on the same table is set up. */
  record Application(Object client, Concurrency concurrency) {
    boolean isAsync() {
      return client instanceof DynamoDbAsyncClient;
    }
  }

  private GeneratedModel(
      CompiledClasses classes, List<Application> applications, AtomicInteger calls, byte[] secret) {
    this.classes = classes;
    this.applications = List.copyOf(applications);
    this.calls = calls;
    this.secret = secret;
  }

  /** Used by several applications: each call is one of another; futures are waited for here. */
  static GeneratedModel of(CompiledClasses classes, List<Application> applications) {
    return new GeneratedModel(classes, applications, new AtomicInteger(), SECRET);
  }

  void createTable(DynamoDbClient administrator) {
    administrator.createTable(
        (CreateTableRequest) invoke(table(applications.get(0)), "createTableRequest", List.of()));
  }

  /** The same after a restart: cursors must go on in another instance of the application. */
  GeneratedModel restarted() {
    return new GeneratedModel(classes, applications, calls, secret);
  }

  /** An application that cannot read the cursors of the others. */
  GeneratedModel withOtherSecret() {
    return new GeneratedModel(classes, applications, calls, new byte[16]);
  }

  private Object table(Application application) {
    Object defaults =
        JavaValues.call(() -> classes.loadClass(PACKAGE + "TTable").getField("DEFAULT").get(null));
    Clock clock = Clock.fixed(Oracle.NOW, ZoneOffset.UTC);
    Object table = invoke(defaults, "withClock", List.of(clock));
    Object concurrent = invoke(table, "withConcurrency", List.of(application.concurrency()));
    return invoke(concurrent, "withCursors", List.of(Cursors.sealed(secret)));
  }

  private static boolean hasMethod(Class<?> type, String name) {
    return Arrays.stream(type.getMethods()).anyMatch(m -> m.getName().equals(name));
  }

  /** The repository that everything but calls looks at. */
  private Object repository(String entity) {
    return repository(applications.get(0), entity);
  }

  private Object repository(Application application, String entity) {
    return repositories.computeIfAbsent(
        List.of(application, entity),
        name -> {
          boolean isAsync = application.isAsync();
          Class<?> type = type(entity + (isAsync ? "AsyncRepository" : "Repository"));
          Class<?> clientType = isAsync ? DynamoDbAsyncClient.class : DynamoDbClient.class;
          Object table = table(application);
          return JavaValues.call(
              () ->
                  type.getConstructor(clientType, table.getClass())
                      .newInstance(application.client(), table));
        });
  }

  private Class<?> type(String name) {
    return JavaValues.call(() -> classes.loadClass(PACKAGE + name));
  }

  /** What makes the requests of an entity. */
  Object requests(EntitySpec entity) {
    return invoke(repository(entity.name()), "requests", List.of());
  }

  boolean hasMethod(String entity, String method) {
    return hasMethod(repository(entity).getClass(), method);
  }

  /** The record that a builder makes of these values. */
  Object built(EntitySpec entity, Map<String, Object> values) {
    return invoke(builder(entity, values), "build", List.of());
  }

  private Object builder(EntitySpec entity, Map<String, Object> values) {
    Object builder = JavaValues.call(() -> type(entity.name()).getMethod("builder").invoke(null));
    values.forEach(
        (name, value) -> {
          Method setter = method(builder.getClass(), name, 1);
          Object argument = JavaValues.toJava(value, setter.getGenericParameterTypes()[0]);
          JavaValues.call(() -> setter.invoke(builder, argument));
        });
    return builder;
  }

  /** The record as it is read. */
  Object read(EntitySpec entity, Map<String, Object> item) {
    return JavaValues.record(type(entity.name()), item);
  }

  Object key(EntitySpec entity, Map<String, Object> item) {
    return JavaValues.record(type(entity.name() + "$Key"), item);
  }

  /** Calls a method of a repository. */
  Object call(Invocation invocation) {
    return call(next(invocation.entity().name()), invocation.method(), invocation);
  }

  /** Calls a method of a repository that takes no item. */
  Object call(
      EntitySpec entity, String name, Map<String, Object> item, Map<String, Object> arguments) {
    return call(new Invocation(entity, name, Optional::empty, item, arguments, Optional.empty()));
  }

  /** What the requests give for a transaction that it is a member of. */
  List<TransactWriteItem> actions(Invocation invocation) {
    Object requests = requests(invocation.entity());
    boolean areMany = hasMethod(requests.getClass(), invocation.method() + "Actions");
    Object actions =
        call(requests, invocation.method() + (areMany ? "Actions" : "Action"), invocation);
    return actions instanceof List<?> all
        ? all.stream().map(TransactWriteItem.class::cast).toList()
        : List.of((TransactWriteItem) actions);
  }

  /** What reads the table's stream, and calls this with what it finds. */
  Object stream(InvocationHandler handler) {
    return Proxy.newProxyInstance(classes, new Class<?>[] {type("TStream")}, handler);
  }

  /** Sends a transaction as one of the applications. */
  void send(Transaction transaction) {
    Application application = applications.get(turn());
    if (application.client() instanceof DynamoDbAsyncClient async) {
      JavaValues.call(() -> transaction.send(async));
    } else {
      transaction.send((DynamoDbClient) application.client());
    }
  }

  private Object call(Object target, String name, Invocation invocation) {
    boolean isBuilt = invocation.built().isPresent();
    Method method = method(target.getClass(), name, isBuilt);
    Object[] values = new Object[method.getParameterCount()];
    for (int i = 0; i < values.length; i++) {
      values[i] = value(method.getParameters()[i], invocation);
    }
    return JavaValues.call(() -> method.invoke(target, values));
  }

  private Object value(Parameter parameter, Invocation invocation) {
    EntitySpec entity = invocation.entity();
    Class<?> type = parameter.getType();
    Map<String, Object> arguments = invocation.arguments();
    if (arguments.get(parameter.getName()) instanceof Record record) {
      return record;
    }
    if (isBuilder(type)) {
      return builder(entity, invocation.built().orElseThrow());
    }
    if (type.getSimpleName().equals("Key")) {
      return key(entity, invocation.item());
    }
    if (type == type(entity.name())) {
      return invocation.whole().get().orElseThrow();
    }
    if (type == Consumer.class) {
      return arguments.get("changes");
    }
    if (parameter.getName().equals("now")) {
      return Oracle.NOW;
    }
    Object given = argument(parameter.getName(), invocation.item(), arguments);
    return JavaValues.toJava(given, parameter.getParameterizedType());
  }

  private Object next(String entity) {
    return repository(applications.get(turn()), entity);
  }

  private int turn() {
    return calls.getAndIncrement() % applications.size();
  }

  /** What a pattern names, else what the key is made of, else the items of a batch. */
  private static Object argument(
      String parameter, Map<String, Object> item, Map<String, Object> arguments) {
    return arguments.containsKey(parameter)
        ? arguments.get(parameter)
        : item.getOrDefault(parameter, arguments.get("each"));
  }

  /** The shortest of those that take a builder, or of the others, which may have a token, too. */
  private Method method(Class<?> type, String name, boolean isBuilt) {
    return Arrays.stream(type.getMethods())
        .filter(m -> m.getName().equals(name))
        .filter(m -> Arrays.stream(m.getParameterTypes()).anyMatch(this::isBuilder) == isBuilt)
        .min(Comparator.comparingInt(Method::getParameterCount))
        .orElseThrow();
  }

  /** What a method takes, by name. */
  Map<String, Class<?>> parameterTypes(EntitySpec entity, String name) {
    Map<String, Class<?>> types = new LinkedHashMap<>();
    for (Parameter parameter :
        method(repository(entity.name()).getClass(), name, false).getParameters()) {
      types.put(parameter.getName(), parameter.getType());
    }
    return types;
  }

  /** Whether this is the record of an entity. */
  boolean isRecord(EntitySpec entity, Class<?> type) {
    return type(entity.name()) == type;
  }

  private boolean isBuilder(Class<?> type) {
    return type.getSimpleName().equals("Builder");
  }

  /** Whether the built-in update takes the item as it was read. */
  boolean takesItem(EntitySpec entity, String name) {
    return Arrays.stream(repository(entity.name()).getClass().getMethods())
        .filter(m -> m.getName().equals(name))
        .anyMatch(m -> m.getParameterTypes()[0] == type(entity.name()));
  }

  /** Whether the built-in update can change a place in this way. */
  boolean canDo(EntitySpec entity, Change change) {
    return UpdateCalls.canDo(type(entity.name() + "Update"), change);
  }

  private static Method method(Class<?> type, String name, int parameters) {
    return Arrays.stream(type.getMethods())
        .filter(m -> m.getName().equals(name) && m.getParameterCount() == parameters)
        .findFirst()
        .orElseThrow(() -> new NoSuchElementException(type.getSimpleName() + "." + name));
  }

  static Object invoke(Object target, String name, List<Object> arguments) {
    Method method = method(target.getClass(), name, arguments.size());
    return JavaValues.call(() -> method.invoke(target, arguments.toArray()));
  }
}
