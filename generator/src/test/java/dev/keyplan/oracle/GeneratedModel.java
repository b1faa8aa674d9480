package dev.keyplan.oracle;

import dev.keyplan.oracle.ModelSpec.EntitySpec;
import dev.keyplan.support.OptionalPart;
import dev.keyplan.support.Part;
import java.lang.reflect.Method;
import java.lang.reflect.Parameter;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.function.Consumer;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.CreateTableRequest;

/** The generated classes of a model, as an application calls them. */
final class GeneratedModel {
  private static final String PACKAGE = "org.example.random.";

  private final CompiledClasses classes;
  private final Object table;
  private final Map<String, Object> repositories = new HashMap<>();

  private GeneratedModel(CompiledClasses classes, Object table) {
    this.classes = classes;
    this.table = table;
  }

  /** Makes the table, and the repositories on it. */
  static GeneratedModel of(CompiledClasses classes, ModelSpec model, DynamoDbClient client) {
    Object defaults =
        JavaValues.call(() -> classes.loadClass(PACKAGE + "TTable").getField("DEFAULT").get(null));
    Clock clock = Clock.fixed(Oracle.NOW, ZoneOffset.UTC);
    GeneratedModel generated =
        new GeneratedModel(classes, invoke(defaults, "withClock", List.of(clock)));
    client.createTable(
        (CreateTableRequest) invoke(generated.table, "createTableRequest", List.of()));
    for (EntitySpec entity : model.entities()) {
      Class<?> type = generated.type(entity.name() + "Repository");
      generated.repositories.put(
          entity.name(),
          JavaValues.call(
              () ->
                  type.getConstructor(DynamoDbClient.class, generated.table.getClass())
                      .newInstance(client, generated.table)));
    }
    return generated;
  }

  private Class<?> type(String name) {
    return JavaValues.call(() -> classes.loadClass(PACKAGE + name));
  }

  /** What makes the requests of an entity. */
  Object requests(EntitySpec entity) {
    return invoke(repositories.get(entity.name()), "requests", List.of());
  }

  boolean hasMethod(String entity, String method) {
    return Arrays.stream(repositories.get(entity).getClass().getMethods())
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
    return invoke(repositories.get(entity.name()), "upsert", List.of(builder(entity, values)));
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
    Object repository = repositories.get(entity.name());
    Method method =
        Arrays.stream(repository.getClass().getMethods())
            .filter(m -> m.getName().equals(name))
            .filter(m -> Arrays.stream(m.getParameterTypes()).noneMatch(this::isBuilder))
            .findFirst()
            .orElseThrow();
    Object[] values = new Object[method.getParameterCount()];
    for (int i = 0; i < values.length; i++) {
      Parameter parameter = method.getParameters()[i];
      values[i] =
          parameter.getType().getSimpleName().equals("Key")
              ? key(entity, item)
              : parameter.getType() == type(entity.name())
                  ? whole
                  : parameter.getType() == Consumer.class
                      ? arguments.get("changes")
                      : JavaValues.toJava(
                          arguments.get(parameter.getName()), parameter.getParameterizedType());
    }
    return JavaValues.call(() -> method.invoke(repository, values));
  }

  private boolean isBuilder(Class<?> type) {
    return type.getSimpleName().equals("Builder");
  }

  /** Whether the built-in update takes the item as it was read. */
  boolean takesItem(EntitySpec entity, String name) {
    return Arrays.stream(repositories.get(entity.name()).getClass().getMethods())
        .filter(m -> m.getName().equals(name))
        .anyMatch(m -> m.getParameterTypes()[0] == type(entity.name()));
  }

  /**
   * What an application tells the update builder: what changes and, where several attributes form
   * an index key, what stays.
   */
  Consumer<Object> changes(Map<String, Optional<Object>> changes, Map<String, Object> before) {
    return update -> {
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

  private static Method changer(Class<?> update, String attribute, boolean isSet) {
    String remove =
        "remove"
            + attribute.substring(0, 1).toUpperCase(java.util.Locale.ROOT)
            + attribute.substring(1);
    return Arrays.stream(update.getMethods())
        .filter(
            m ->
                (m.getParameterCount() == 1 && m.getName().equals(attribute) && isSet)
                    || (m.getName().equals(remove) && !isSet)
                    || Arrays.stream(m.getParameters())
                        .anyMatch(p -> p.getName().equals(attribute) && isPart(p.getType())))
        .findFirst()
        .orElseThrow(() -> new NoSuchElementException("No way to change " + attribute));
  }

  private static boolean isPart(Class<?> type) {
    return OptionalPart.class.isAssignableFrom(type);
  }

  private static Object argument(
      Parameter parameter, Map<String, Optional<Object>> changes, Map<String, Object> before) {
    Optional<Object> change = changes.get(parameter.getName());
    if (!isPart(parameter.getType())) {
      return JavaValues.toJava(change.orElseThrow(), parameter.getParameterizedType());
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
