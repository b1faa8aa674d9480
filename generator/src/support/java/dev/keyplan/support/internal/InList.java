package dev.keyplan.support.internal;

import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** The values of an {@code IN}, as many as the caller gives. */
public final class InList {
  private static final int MOST = 100;

  private InList() {}

  /** A placeholder for each value: {@code :0_0, :0_1}. */
  public static String placeholders(String prefix, String name, Collection<?> values) {
    return IntStream.range(0, checked(name, values).size())
        .mapToObj(i -> prefix + "_" + i)
        .collect(Collectors.joining(", "));
  }

  /** The values of an expression with those of the list. */
  public static <T> Map<String, AttributeValue> add(
      Map<String, AttributeValue> others,
      String prefix,
      String name,
      Collection<T> values,
      Function<T, AttributeValue> write) {
    Map<String, AttributeValue> all = new HashMap<>(others);
    int i = 0;
    for (T value : checked(name, values)) {
      all.put(prefix + "_" + i, write.apply(Check.present(name, value)));
      i++;
    }
    return all;
  }

  private static <T> Collection<T> checked(String name, Collection<T> values) {
    int size = Check.present(name, values).size();
    if (size < 1 || size > MOST) {
      throw new IllegalArgumentException(name + " has " + size + " values, not 1 to " + MOST);
    }
    return values;
  }
}
