package dev.keyplan.oracle;

import dev.keyplan.oracle.PatternSpec.Change;
import dev.keyplan.support.OptionalPart;
import dev.keyplan.support.Part;
import dev.keyplan.testing.JavaValues;
import java.lang.reflect.Method;
import java.lang.reflect.Parameter;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.function.Consumer;

/** What an application tells the builders of updates. */
final class UpdateCalls {
  private UpdateCalls() {}

  /**
   * What changes and, where several attributes form an index key, what stays.
   *
   * @param changes what is set or removed after all others
   * @param others in this order
   */
  static Consumer<Object> of(
      Map<String, Optional<Object>> changes, List<Change> others, Map<String, Object> before) {
    return update -> {
      others.forEach(change -> make(update, Paths.segments(change.attribute()), change));
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

  private static void make(Object update, List<List<Object>> segments, Change change) {
    Method method = method(update.getClass(), segments, change).orElseThrow();
    List<Object> arguments = new ArrayList<>(places(segments));
    if (segments.size() > 1) {
      Consumer<Object> inside = in -> make(in, segments.subList(1, segments.size()), change);
      arguments.add(inside);
    } else if (change.kind() != Change.Kind.REMOVE) {
      Type type = method.getGenericParameterTypes()[arguments.size()];
      arguments.add(JavaValues.toJava(change.operand().value(), type));
    }
    JavaValues.call(() -> method.invoke(update, arguments.toArray()));
  }

  /** Whether a builder can change a place in this way. */
  static boolean canDo(Class<?> update, Change change) {
    return canDo(update, Paths.segments(change.attribute()), change);
  }

  private static boolean canDo(Class<?> update, List<List<Object>> segments, Change change) {
    Optional<Method> method = method(update, segments, change);
    if (segments.size() == 1 || method.isEmpty()) {
      return method.isPresent();
    }
    Type[] types = method.get().getGenericParameterTypes();
    Type inside = ((ParameterizedType) types[types.length - 1]).getActualTypeArguments()[0];
    return canDo((Class<?>) inside, segments.subList(1, segments.size()), change);
  }

  private static List<Object> places(List<List<Object>> segments) {
    return segments.get(0).subList(1, segments.get(0).size());
  }

  /** The one that makes the change, or leads into a struct. */
  private static Optional<Method> method(
      Class<?> update, List<List<Object>> segments, Change change) {
    String name = (String) segments.get(0).get(0);
    boolean isInside = segments.size() > 1;
    boolean hasValue = isInside || change.kind() != Change.Kind.REMOVE;
    String called = isInside ? name : name(name, change.kind());
    int count = places(segments).size() + (hasValue ? 1 : 0);
    return Arrays.stream(update.getMethods())
        .filter(m -> m.getName().equals(called) && m.getParameterCount() == count)
        .filter(m -> count == 0 || !isPart(m.getParameterTypes()[0]))
        .filter(m -> isInside == (count > 0 && m.getParameterTypes()[count - 1] == Consumer.class))
        .filter(m -> takes(m, places(segments)))
        .findFirst();
  }

  private static boolean takes(Method method, List<Object> places) {
    for (int i = 0; i < places.size(); i++) {
      Class<?> type = places.get(i) instanceof Integer ? int.class : String.class;
      if (method.getParameterTypes()[i] != type) {
        return false;
      }
    }
    return true;
  }

  private static String name(String attribute, Change.Kind kind) {
    return switch (kind) {
      case SET -> attribute;
      case ADD, PLUS, MINUS, ADD_ELEMENT -> "add" + capitalised(attribute);
      case REMOVE, REMOVE_ELEMENT -> "remove" + capitalised(attribute);
      case APPEND -> "append" + capitalised(attribute);
      case PREPEND -> "prepend" + capitalised(attribute);
      case IF_ABSENT -> attribute + "IfAbsent";
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
    boolean isOfPlace = method.getName().startsWith("remove") || isPlace(method);
    return (method.getParameterCount() > 1 && !isOfPlace)
        || (method.getParameterCount() == 1 && isPart(method.getParameterTypes()[0]));
  }

  /** Whether a method begins with the index or the key of what it changes. */
  private static boolean isPlace(Method method) {
    String first = method.getParameters()[0].getName();
    return first.startsWith("index") || first.startsWith("key");
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
}
