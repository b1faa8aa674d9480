package dev.keyplan.rollout;

import dev.keyplan.compile.Compilation;
import dev.keyplan.compile.ModelCompiler;
import dev.keyplan.compile.Sources;
import dev.keyplan.source.SourceFile;
import dev.keyplan.support.Page;
import dev.keyplan.support.Query;
import dev.keyplan.support.Scan;
import dev.keyplan.testing.CompiledClasses;
import dev.keyplan.testing.JavaValues;
import java.lang.reflect.Method;
import java.lang.reflect.Parameter;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.CreateTableRequest;

/**
 * The code that is generated from one version of a model, as one release of an application runs it.
 * Records are maps of what they have here, without what is absent, and constants their names; only
 * what is given as it was read is a record.
 */
final class Release {
  static final Instant NOW = Instant.parse("2026-11-26T12:00:00Z");

  private static final String NAMESPACE = "org.example.rollout";
  private static final Map<String, CompiledClasses> COMPILED = new ConcurrentHashMap<>();

  private final CompiledClasses classes;
  private final DynamoDbClient client;

  private Release(CompiledClasses classes, DynamoDbClient client) {
    this.classes = classes;
    this.client = client;
  }

  /** What is generated from a model without errors; once, whoever asks for it. */
  static Release of(String model, DynamoDbClient client) {
    return new Release(
        COMPILED.computeIfAbsent(inNamespace(model), CompiledClasses::ofModel), client);
  }

  static Compilation compiled(String model) {
    SourceFile file = new SourceFile("model.keyplan", inNamespace(model));
    return new ModelCompiler().compile(new Sources(List.of(file), List.of()));
  }

  private static String inNamespace(String model) {
    return "namespace " + NAMESPACE + "\n" + model;
  }

  /** Makes the table as this model has it. */
  void createTable(String table) {
    client.createTable((CreateTableRequest) invoke(table(table), "createTableRequest"));
  }

  /** A record that a builder makes of these values. */
  Object built(String entity, Map<String, ?> values) {
    Object builder = JavaValues.call(() -> type(entity).getMethod("builder").invoke(null));
    set(builder, values);
    return invoke(builder, "build");
  }

  /** Creates an item, and returns it as it is stored then. */
  Object create(String entity, Map<String, ?> values) {
    return call(entity, "create", built(entity, values));
  }

  /** What the repository reads by a key; empty if there is nothing. */
  Optional<Map<String, Object>> get(String entity, Map<String, ?> key) {
    return found(entity, key).map(JavaValues::components);
  }

  /** The same as a record, for what takes an item as it was read. */
  Object read(String entity, Map<String, ?> key) {
    return found(entity, key).orElseThrow();
  }

  private Optional<?> found(String entity, Map<String, ?> key) {
    return (Optional<?>) call(entity, "get", key);
  }

  /**
   * The built-in update.
   *
   * @param subject a key, or an item as it was read
   * @param changes by method; a map is what changes inside of a struct
   */
  Map<String, Object> update(String entity, Object subject, Map<String, ?> changes) {
    Consumer<Object> update = builder -> set(builder, changes);
    return JavaValues.components(call(entity, "update", subject, update));
  }

  /** All results of a query. */
  List<Map<String, Object>> list(String entity, String pattern, Object... arguments) {
    return ((Query<?>) call(entity, pattern, arguments))
        .stream().map(JavaValues::components).toList();
  }

  /** All results of a scan. */
  List<Map<String, Object>> scan(String entity, String pattern, Object... arguments) {
    return ((Scan<?>) call(entity, pattern, arguments))
        .stream().map(JavaValues::components).toList();
  }

  /** The first page of a query. */
  Page<?> page(String entity, String pattern, Object... arguments) {
    return ((Query<?>) call(entity, pattern, arguments)).page();
  }

  /** The page of a query that a cursor points at. */
  Page<?> pageAt(String cursor, String entity, String pattern, Object... arguments) {
    return ((Query<?>) call(entity, pattern, arguments)).page(cursor);
  }

  /** Calls a method of a repository: the one that takes so many arguments of such types. */
  Object call(String entity, String name, Object... arguments) {
    return invoke(repository(entity), name, arguments);
  }

  private Object repository(String entity) {
    Class<?> type = type(entity + "Repository");
    Class<?> tableType =
        Arrays.stream(type.getConstructors())
            .filter(c -> c.getParameterCount() == 2)
            .findFirst()
            .orElseThrow()
            .getParameterTypes()[1];
    Object table = table(tableType.getSimpleName());
    return JavaValues.call(
        () -> type.getConstructor(DynamoDbClient.class, tableType).newInstance(client, table));
  }

  private Object table(String name) {
    Object defaults = JavaValues.call(() -> type(name).getField("DEFAULT").get(null));
    return invoke(defaults, "withClock", Clock.fixed(NOW, ZoneOffset.UTC));
  }

  /** A generated class. */
  Class<?> type(String name) {
    return JavaValues.call(() -> classes.loadClass(NAMESPACE + "." + name));
  }

  private static void set(Object builder, Map<String, ?> values) {
    values.forEach((name, value) -> invoke(builder, name, value));
  }

  private static Object invoke(Object target, String name, Object... arguments) {
    Method method =
        Arrays.stream(target.getClass().getMethods())
            .filter(m -> m.getName().equals(name) && takes(m, arguments))
            .findFirst()
            .orElseThrow(
                () ->
                    new NoSuchElementException(
                        "%s.%s%s"
                            .formatted(
                                target.getClass().getSimpleName(),
                                name,
                                Arrays.toString(arguments))));
    Object[] converted = new Object[arguments.length];
    for (int i = 0; i < arguments.length; i++) {
      converted[i] = converted(arguments[i], method.getParameters()[i]);
    }
    return JavaValues.call(() -> method.invoke(target, converted));
  }

  private static boolean takes(Method method, Object... arguments) {
    if (method.getParameterCount() != arguments.length) {
      return false;
    }
    for (int i = 0; i < arguments.length; i++) {
      Class<?> type = method.getParameterTypes()[i];
      boolean fits =
          arguments[i] instanceof Inside
              ? type == Consumer.class
              : arguments[i] instanceof Map<?, ?>
                  ? type.isRecord() || type == Map.class
                  : arguments[i] instanceof String
                      ? type == String.class || type.isEnum()
                      : arguments[i] instanceof Number
                          ? type.isPrimitive() || type.isInstance(arguments[i])
                          : type.isInstance(arguments[i]);
      if (!fits) {
        return false;
      }
    }
    return true;
  }

  private static Object converted(Object argument, Parameter parameter) {
    if (argument instanceof Inside inside) {
      Consumer<Object> update = builder -> set(builder, inside.changes());
      return update;
    }
    return argument instanceof Map<?, ?> || argument instanceof String || argument instanceof Number
        ? JavaValues.toJava(argument, parameter.getParameterizedType())
        : argument;
  }

  /** What an update changes inside of a struct. */
  record Inside(Map<String, ?> changes) {}
}
