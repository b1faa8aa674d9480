package dev.keyplan.oracle;

import dev.keyplan.oracle.ModelSpec.EntitySpec;
import dev.keyplan.oracle.PatternSpec.Change;
import dev.keyplan.support.Cursors;
import dev.keyplan.support.OptionalPart;
import dev.keyplan.support.Part;
import dev.keyplan.testing.CompiledClasses;
import dev.keyplan.testing.JavaValues;
import java.lang.reflect.Method;
import java.lang.reflect.Parameter;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.function.Consumer;
import software.amazon.awssdk.services.dynamodb.DynamoDbAsyncClient;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.CreateTableRequest;

/** The generated classes of a model, as an application calls them. */
final class GeneratedModel {
  private static final String PACKAGE = "org.example.random.";
  private static final byte[] SECRET = "sixteen bytes ab".getBytes(StandardCharsets.UTF_8);

  private final CompiledClasses classes;
  private final Class<?> clientType;
  private final Object client;
  private final Map<String, Object> repositories = new HashMap<>();

  private GeneratedModel(CompiledClasses classes, Class<?> clientType, Object client) {
    this.classes = classes;
    this.clientType = clientType;
    this.client = client;
  }

  /** With repositories that wait. */
  static GeneratedModel sync(CompiledClasses classes, DynamoDbClient client) {
    return new GeneratedModel(classes, DynamoDbClient.class, client);
  }

  /** With repositories that give futures, which are waited for here. */
  static GeneratedModel async(CompiledClasses classes, DynamoDbAsyncClient client) {
    return new GeneratedModel(classes, DynamoDbAsyncClient.class, client);
  }

  void createTable(DynamoDbClient administrator) {
    administrator.createTable(
        (CreateTableRequest) invoke(table(), "createTableRequest", List.of()));
  }

  /** The same after a restart: cursors must go on in another instance of the application. */
  GeneratedModel restarted() {
    return new GeneratedModel(classes, clientType, client);
  }

  private Object table() {
    Object defaults =
        JavaValues.call(() -> classes.loadClass(PACKAGE + "TTable").getField("DEFAULT").get(null));
    Clock clock = Clock.fixed(Oracle.NOW, ZoneOffset.UTC);
    Object table = invoke(defaults, "withClock", List.of(clock));
    return invoke(table, "withCursors", List.of(Cursors.sealed(SECRET)));
  }

  private Object repository(String entity) {
    return repositories.computeIfAbsent(
        entity,
        name -> {
          boolean isAsync = clientType == DynamoDbAsyncClient.class;
          Class<?> type = type(name + (isAsync ? "AsyncRepository" : "Repository"));
          Object table = table();
          return JavaValues.call(
              () -> type.getConstructor(clientType, table.getClass()).newInstance(client, table));
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
    return Arrays.stream(repository(entity).getClass().getMethods())
        .anyMatch(m -> m.getName().equals(method));
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

  /** Calls the built-in upsert with a builder that was given these values. */
  Object upsert(EntitySpec entity, Map<String, Object> values) {
    return invoke(repository(entity.name()), "upsert", List.of(builder(entity, values)));
  }

  /** The record as it is read. */
  Object read(EntitySpec entity, Map<String, Object> item) {
    return JavaValues.record(type(entity.name()), item);
  }

  Object key(EntitySpec entity, Map<String, Object> item) {
    return JavaValues.record(type(entity.name() + "$Key"), item);
  }

  /**
   * Calls a method of a repository.
   *
   * @param whole what it is given where it takes an item
   * @param item of which the key is given where it takes a key
   */
  Object call(
      EntitySpec entity,
      String name,
      Object whole,
      Map<String, Object> item,
      Map<String, Object> arguments) {
    Object repository = repository(entity.name());
    Method method = method(entity, name);
    Object[] values = new Object[method.getParameterCount()];
    for (int i = 0; i < values.length; i++) {
      Parameter parameter = method.getParameters()[i];
      values[i] =
          arguments.get(parameter.getName()) instanceof Record record
              ? record
              : parameter.getType().getSimpleName().equals("Key")
                  ? key(entity, item)
                  : parameter.getType() == type(entity.name())
                      ? whole
                      : parameter.getType() == Consumer.class
                          ? arguments.get("changes")
                          : JavaValues.toJava(
                              arguments.containsKey(parameter.getName())
                                  ? arguments.get(parameter.getName())
                                  : arguments.get("each"),
                              parameter.getParameterizedType());
    }
    return JavaValues.call(() -> method.invoke(repository, values));
  }

  /** The shortest of those that take no builder: others also take a time or a token. */
  private Method method(EntitySpec entity, String name) {
    return Arrays.stream(repository(entity.name()).getClass().getMethods())
        .filter(m -> m.getName().equals(name))
        .filter(m -> Arrays.stream(m.getParameterTypes()).noneMatch(this::isBuilder))
        .min(Comparator.comparingInt(Method::getParameterCount))
        .orElseThrow();
  }

  /** What a method takes, by name. */
  Map<String, Class<?>> parameterTypes(EntitySpec entity, String name) {
    Map<String, Class<?>> types = new LinkedHashMap<>();
    for (Parameter parameter : method(entity, name).getParameters()) {
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

  /**
   * What an application tells the update builder: what changes and, where several attributes form
   * an index key, what stays.
   */
  Consumer<Object> changes(
      Map<String, Optional<Object>> changes, List<Change> relative, Map<String, Object> before) {
    return update -> {
      for (Change change : relative) {
        Method method = method(update.getClass(), relative(change), 1);
        Type type = method.getGenericParameterTypes()[0];
        Object argument = JavaValues.toJava(change.operand().value(), type);
        JavaValues.call(() -> method.invoke(update, argument));
      }
      Map<Method, Boolean> called = new LinkedHashMap<>();
      for (Map.Entry<String, Optional<Object>> change : changes.entrySet()) {
        Method method = changer(update.getClass(), change.getKey(), change.getValue().isPresent());
        if (called.put(method, true) == null) {
          Object[] arguments =
              Arrays.stream(method.getParameters())
                  .map(parameter -> argument(parameter, changes, before))
                  .toArray();
          JavaValues.call(() -> method.invoke(update, arguments));
        }
      }
    };
  }

  /** Whether the built-in update can change an attribute in this way. */
  boolean canDo(EntitySpec entity, Change change) {
    return Arrays.stream(type(entity.name() + "Update").getMethods())
        .anyMatch(m -> m.getName().equals(relative(change)) && m.getParameterCount() == 1);
  }

  private static String relative(Change change) {
    String attribute = capitalised(change.attribute());
    return switch (change.kind()) {
      case ADD, PLUS, MINUS, ADD_ELEMENT -> "add" + attribute;
      case REMOVE_ELEMENT -> "remove" + attribute;
      case APPEND -> "append" + attribute;
      case PREPEND -> "prepend" + attribute;
      case IF_ABSENT -> change.attribute() + "IfAbsent";
      case SET, REMOVE -> throw new IllegalArgumentException(change.toString());
    };
  }

  private static String capitalised(String name) {
    return name.substring(0, 1).toUpperCase(Locale.ROOT) + name.substring(1);
  }

  private static Method changer(Class<?> update, String attribute, boolean isSet) {
    String remove = "remove" + capitalised(attribute);
    return Arrays.stream(update.getMethods())
        .filter(
            m ->
                (m.getParameterCount() == 1
                        && m.getName().equals(attribute)
                        && m.getParameterTypes()[0] != Consumer.class
                        && isSet)
                    || (m.getParameterCount() == 0 && m.getName().equals(remove) && !isSet)
                    || (isOfKey(m)
                        && Arrays.stream(m.getParameters())
                            .anyMatch(p -> p.getName().equals(attribute))))
        .findFirst()
        .orElseThrow(() -> new NoSuchElementException("No way to change " + attribute));
  }

  /** Whether a method changes what forms an index key, together. */
  private static boolean isOfKey(Method method) {
    return method.getParameterCount() > 1
        || (method.getParameterCount() == 1 && isPart(method.getParameterTypes()[0]));
  }

  private static boolean isPart(Class<?> type) {
    return OptionalPart.class.isAssignableFrom(type);
  }

  private static Object argument(
      Parameter parameter, Map<String, Optional<Object>> changes, Map<String, Object> before) {
    Optional<Object> change = changes.get(parameter.getName());
    if (!isPart(parameter.getType())) {
      // What is in key texts alone is just written.
      Object value =
          change == null
              ? before.get(parameter.getName())
              : change.<Object>map(v -> v).orElse(null);
      return JavaValues.toJava(value, parameter.getParameterizedType());
    }
    Type type = ((ParameterizedType) parameter.getParameterizedType()).getActualTypeArguments()[0];
    if (change == null) {
      Optional<Object> stays =
          Optional.ofNullable(before.get(parameter.getName())).map(v -> JavaValues.toJava(v, type));
      return parameter.getType() == Part.class
          ? Part.unchanged(stays.orElseThrow())
          : Part.unchanged(stays);
    }
    return change.isPresent() ? Part.set(JavaValues.toJava(change.get(), type)) : Part.removed();
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
