package dev.keyplan.support.internal;

import java.util.AbstractSet;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import software.amazon.awssdk.core.SdkBytes;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/**
 * Lists, maps and sets: copied so that nobody changes them, checked element by element, written and
 * read. They keep their order as far as DynamoDB does, which is that of lists.
 */
public final class Elements {
  private Elements() {}

  /** A list that does not change, without null. */
  public static <T> List<T> list(String name, List<T> values) {
    return List.copyOf(complete(name, values));
  }

  /** A list that does not change, of elements in their normal form. */
  public static <T> List<T> list(String name, List<T> values, UnaryOperator<T> normal) {
    List<T> copy = new ArrayList<>(complete(name, values).size());
    for (T value : values) {
      copy.add(normal.apply(value));
    }
    return Collections.unmodifiableList(copy);
  }

  /** A set that does not change, without null, in the order of the one given. */
  public static <T> Set<T> set(String name, Set<T> values) {
    return values instanceof OwnSet ? values : set(name, values, UnaryOperator.identity());
  }

  /** A set that does not change, of elements in their normal form. */
  public static <T> Set<T> set(String name, Set<T> values, UnaryOperator<T> normal) {
    return own(complete(name, values), normal);
  }

  /** Refuses an empty set where a value is needed. */
  public static <T> Set<T> present(String name, Set<T> values) {
    if (values.isEmpty()) {
      throw new IllegalArgumentException(name + " is empty, and no empty set can be stored");
    }
    return values;
  }

  /** A map that does not change, without null, in the order of the one given. */
  public static <T> Map<String, T> map(String name, Map<String, T> values) {
    return map(name, values, UnaryOperator.identity());
  }

  /** A map that does not change, of values in their normal form. */
  public static <T> Map<String, T> map(
      String name, Map<String, T> values, UnaryOperator<T> normal) {
    Map<String, T> copy = new LinkedHashMap<>(capacity(Check.present(name, values).size()));
    complete(name, values.keySet());
    complete(name, values.values());
    values.forEach((key, value) -> copy.put(key, normal.apply(value)));
    return Collections.unmodifiableMap(copy);
  }

  /** Checks each element. */
  public static <T, C extends Collection<T>> C checked(C values, Consumer<T> check) {
    values.forEach(check);
    return values;
  }

  /** Refuses keys that cannot be stored. */
  public static <T> Map<String, T> checkedMap(String name, Map<String, T> values) {
    values.keySet().forEach(key -> key(name, key));
    return values;
  }

  /** Refuses keys that cannot be stored, and checks each value. */
  public static <T> Map<String, T> checkedMap(
      String name, Map<String, T> values, Consumer<T> check) {
    checkedMap(name, values).values().forEach(check);
    return values;
  }

  /** Refuses keys and values that DynamoDB would not store as they are. */
  public static Map<String, AttributeValue> storable(
      String name, Map<String, AttributeValue> values) {
    checkedMap(name, values).values().forEach(value -> storable(name, value));
    return values;
  }

  /** Refuses a value that DynamoDB would not store as it is, also deep inside of another. */
  public static AttributeValue storable(String name, AttributeValue value) {
    switch (Check.present(name, value).type()) {
      case S -> Check.text(name, value.s());
      case SS -> value.ss().forEach(element -> Check.text(name, element));
      case L -> value.l().forEach(element -> storable(name, element));
      case M -> storable(name, value.m());
      default -> {}
    }
    return value;
  }

  /** Refuses the key of an entry that cannot be stored. */
  public static String key(String name, String key) {
    if (Check.text(name, key).isEmpty()) {
      throw new IllegalArgumentException(name + " has an empty key");
    }
    return key;
  }

  /** A set of one element. */
  public static AttributeValue setOf(AttributeValue element) {
    return switch (element.type()) {
      case S -> AttributeValue.fromSs(List.of(element.s()));
      case N -> AttributeValue.fromNs(List.of(element.n()));
      case B -> AttributeValue.fromBs(List.of(element.b()));
      default -> throw new IllegalArgumentException("No set holds a " + element.type());
    };
  }

  public static <T> AttributeValue writeList(List<T> values, Function<T, AttributeValue> write) {
    List<AttributeValue> written = new ArrayList<>(values.size());
    for (T value : values) {
      written.add(write.apply(value));
    }
    return AttributeValue.fromL(written);
  }

  public static <T> AttributeValue writeMap(
      Map<String, T> values, Function<T, AttributeValue> write) {
    Map<String, AttributeValue> written = new HashMap<>(capacity(values.size()));
    values.forEach((key, value) -> written.put(key, write.apply(value)));
    return AttributeValue.fromM(written);
  }

  public static <T> AttributeValue writeSs(Set<T> values, Function<T, String> write) {
    return AttributeValue.fromSs(texts(values, write));
  }

  public static <T> AttributeValue writeNs(Set<T> values, Function<T, String> write) {
    return AttributeValue.fromNs(texts(values, write));
  }

  public static <T> List<T> readList(AttributeValue value, Function<AttributeValue, T> read) {
    if (!value.hasL()) {
      throw Read.wrongType("L", value);
    }
    List<T> values = new ArrayList<>(value.l().size());
    for (AttributeValue element : value.l()) {
      values.add(read.apply(element));
    }
    return values;
  }

  public static <T> Map<String, T> readMap(AttributeValue value, Function<AttributeValue, T> read) {
    Map<String, AttributeValue> stored = Read.map(value);
    Map<String, T> values = new LinkedHashMap<>(capacity(stored.size()));
    stored.forEach((key, element) -> values.put(key, read.apply(element)));
    return values;
  }

  public static <T> Set<T> readSs(AttributeValue value, Function<String, T> read) {
    if (!value.hasSs()) {
      throw Read.wrongType("SS", value);
    }
    return own(value.ss(), read);
  }

  public static <T> Set<T> readNs(AttributeValue value, Function<String, T> read) {
    if (!value.hasNs()) {
      throw Read.wrongType("NS", value);
    }
    return own(value.ns(), read);
  }

  public static <T> Set<T> readBs(AttributeValue value, Function<SdkBytes, T> read) {
    if (!value.hasBs()) {
      throw Read.wrongType("BS", value);
    }
    return own(value.bs(), read);
  }

  private static <T> List<String> texts(Set<T> values, Function<T, String> write) {
    List<String> texts = new ArrayList<>(values.size());
    for (T value : values) {
      texts.add(write.apply(value));
    }
    return texts;
  }

  private static <T, C extends Collection<T>> C complete(String name, C values) {
    for (T value : Check.present(name, values)) {
      if (value == null) {
        throw new IllegalArgumentException(name + " has an element that is missing");
      }
    }
    return values;
  }

  private static <E, T> Set<T> own(Collection<E> elements, Function<E, T> read) {
    Set<T> own = new LinkedHashSet<>(capacity(elements.size()));
    for (E element : elements) {
      own.add(read.apply(element));
    }
    return new OwnSet<>(own);
  }

  private static int capacity(int size) {
    return size * 4 / 3 + 1;
  }

  /** A set that nobody else holds, so that it does not change and need not be copied again. */
  private static final class OwnSet<T> extends AbstractSet<T> {
    private final Set<T> elements;

    OwnSet(Set<T> elements) {
      this.elements = Collections.unmodifiableSet(elements);
    }

    @Override
    public Iterator<T> iterator() {
      return elements.iterator();
    }

    @Override
    public int size() {
      return elements.size();
    }

    @Override
    public boolean contains(Object element) {
      return elements.contains(element);
    }
  }
}
