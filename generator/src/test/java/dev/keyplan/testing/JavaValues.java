package dev.keyplan.testing;

import dev.keyplan.support.CursorException;
import java.lang.reflect.Constructor;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import software.amazon.awssdk.services.dynamodb.model.DynamoDbException;

/** Values without types of their own as those of generated Java, and back. */
public final class JavaValues {
  private JavaValues() {}

  /** The value as an argument of this type. */
  @SuppressWarnings({"unchecked", "rawtypes"})
  public static Object toJava(Object value, Type type) {
    Class<?> raw = raw(type);
    if (raw.isEnum()) {
      return Enum.valueOf((Class) raw, (String) value);
    }
    if (raw == Optional.class) {
      return Optional.ofNullable(value).map(v -> toJava(v, argument(type, 0)));
    }
    if (raw.isRecord()) {
      return record(raw, (Map<String, Object>) value);
    }
    if (value instanceof Map<?, ?> map) {
      Map<Object, Object> converted = new LinkedHashMap<>();
      map.forEach((key, each) -> converted.put(key, toJava(each, argument(type, 1))));
      return converted;
    }
    if (value instanceof Collection<?> all) {
      Collection<Object> converted = raw == Set.class ? new LinkedHashSet<>() : new ArrayList<>();
      all.forEach(each -> converted.add(toJava(each, argument(type, 0))));
      return converted;
    }
    return value instanceof Number number ? number(number, raw) : value;
  }

  private static Object number(Number value, Class<?> type) {
    if (type == int.class || type == Integer.class) {
      return new BigDecimal(value.toString()).intValueExact();
    }
    if (type == long.class || type == Long.class) {
      return new BigDecimal(value.toString()).longValueExact();
    }
    return type == BigDecimal.class ? new BigDecimal(value.toString()) : value;
  }

  /** A record with these components; others have no value. */
  public static Object record(Class<?> type, Map<String, Object> values) {
    RecordComponent[] components = type.getRecordComponents();
    Object[] arguments = new Object[components.length];
    for (int i = 0; i < components.length; i++) {
      arguments[i] = toJava(values.get(components[i].getName()), components[i].getGenericType());
    }
    Class<?>[] types =
        Arrays.stream(components).map(RecordComponent::getType).toArray(Class<?>[]::new);
    return call(
        () -> {
          Constructor<?> constructor = type.getDeclaredConstructor(types);
          return constructor.newInstance(arguments);
        });
  }

  /**
   * The value of generated Java as one without a type of its own; nothing for an empty optional.
   */
  public static Optional<Object> fromJava(Object value) {
    if (value instanceof Optional<?> optional) {
      return optional.flatMap(JavaValues::fromJava);
    }
    if (value instanceof Enum<?> constant) {
      return Optional.of(constant.name());
    }
    if (value instanceof Record) {
      return Optional.of(components(value));
    }
    if (value instanceof Map<?, ?> map) {
      Map<Object, Object> converted = new LinkedHashMap<>();
      map.forEach((key, each) -> converted.put(key, fromJava(each).orElseThrow()));
      return Optional.of(converted);
    }
    if (value instanceof Collection<?> all) {
      List<Object> converted = new ArrayList<>();
      all.forEach(each -> converted.add(fromJava(each).orElseThrow()));
      return Optional.of(value instanceof Set ? new LinkedHashSet<>(converted) : converted);
    }
    return Optional.of(value);
  }

  /** A record as a map of what it has. */
  public static Map<String, Object> components(Object record) {
    Map<String, Object> values = new LinkedHashMap<>();
    for (RecordComponent component : record.getClass().getRecordComponents()) {
      Object value =
          call(
              () -> {
                component.getAccessor().setAccessible(true);
                return component.getAccessor().invoke(record);
              });
      fromJava(value).ifPresent(v -> values.put(component.getName(), v));
    }
    return values;
  }

  private static Class<?> raw(Type type) {
    if (type instanceof ParameterizedType parameterized) {
      return (Class<?>) parameterized.getRawType();
    }
    return type instanceof Class<?> known ? known : Object.class;
  }

  private static Type argument(Type type, int index) {
    return type instanceof ParameterizedType parameterized
        ? parameterized.getActualTypeArguments()[index]
        : Object.class;
  }

  /** The result of a future, which fails with the exception itself. */
  private static Object joined(CompletableFuture<?> future) {
    Optional<Throwable> failure =
        future.handle((value, thrown) -> Optional.ofNullable(thrown)).join();
    if (failure.isEmpty()) {
      return future.join();
    }
    if (failure.get() instanceof RuntimeException thrown
        && !(thrown instanceof CompletionException)
        && (thrown instanceof CursorException || !(thrown instanceof IllegalArgumentException))) {
      throw refusal(thrown);
    }
    throw new AssertionError("A future fails with " + failure.get(), failure.get());
  }

  /** How long several attributes of a key are together, only DynamoDB knows. */
  private static RuntimeException refusal(RuntimeException thrown) {
    return thrown instanceof DynamoDbException && thrown.getMessage().contains("Aggregate")
        ? new IllegalArgumentException(thrown.getMessage(), thrown)
        : thrown;
  }

  /** Something that reflection may fail to do. */
  public interface Reflection<T> {
    T run() throws ReflectiveOperationException;
  }

  /** Calls generated code, and throws what it throws. */
  @SuppressWarnings("unchecked")
  public static <T> T call(Reflection<T> reflection) {
    try {
      T result = reflection.run();
      return result instanceof CompletableFuture<?> future ? (T) joined(future) : result;
    } catch (InvocationTargetException e) {
      if (e.getCause() instanceof RuntimeException cause) {
        throw refusal(cause);
      }
      throw new AssertionError(e.getCause());
    } catch (ReflectiveOperationException e) {
      throw new LinkageError(e.getMessage(), e);
    }
  }
}
