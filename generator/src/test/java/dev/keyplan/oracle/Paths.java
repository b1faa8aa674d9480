package dev.keyplan.oracle;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Paths into attributes: {@code a.x}, {@code a[0].x}, {@code a["key"]}; or an attribute alone. */
final class Paths {
  private static final Pattern STEP =
      Pattern.compile("(?<name>\\w+)|\\[(?<index>\\d+)\\]|\\[\"(?<key>[^\"]*)\"\\]");

  private Paths() {}

  static String attribute(String path) {
    return path.replaceFirst("[.\\[].*", "");
  }

  static boolean isInside(String path) {
    return !attribute(path).equals(path);
  }

  /** What the path is in. */
  static String parent(String path) {
    return path.replaceFirst("(?:\\.\\w+|\\[\\d+\\]|\\[\"[^\"]*\"\\])$", "");
  }

  static boolean isElement(String path) {
    return path.matches(".*\\[\\d+\\]");
  }

  static List<Object> steps(String path) {
    List<Object> steps = new ArrayList<>();
    for (Matcher step = STEP.matcher(path); step.find(); ) {
      String name = step.group("name") != null ? step.group("name") : step.group("key");
      steps.add(name != null ? name : (Object) Integer.parseInt(step.group("index")));
    }
    return steps;
  }

  /** Names, each with the indexes and keys behind it. */
  static List<List<Object>> segments(String path) {
    List<List<Object>> segments = new ArrayList<>();
    for (Matcher step = STEP.matcher(path); step.find(); ) {
      if (step.group("name") != null) {
        segments.add(new ArrayList<>());
      }
      List<Object> segment = segments.get(segments.size() - 1);
      segment.addAll(steps(step.group()));
    }
    return segments;
  }

  /** Whether one of the two is inside of the other, or is the same. */
  static boolean overlap(String one, String other) {
    List<Object> left = steps(one);
    List<Object> right = steps(other);
    int common = Math.min(left.size(), right.size());
    return left.subList(0, common).equals(right.subList(0, common));
  }

  /** What is stored there: there are no empty sets. */
  static Optional<Object> stored(Map<String, Object> item, String path) {
    Object value = item;
    for (Object step : steps(path)) {
      value = child(value, step);
    }
    return Optional.ofNullable(value).filter(v -> !(v instanceof Set<?> set && set.isEmpty()));
  }

  private static Object child(Object value, Object step) {
    if (value instanceof List<?> list && step instanceof Integer index) {
      return index < list.size() ? list.get(index) : null;
    }
    return value instanceof Map<?, ?> map ? map.get(step) : null;
  }

  /** The item with another value there, or none. */
  static Map<String, Object> with(Map<String, Object> item, String path, Optional<Object> value) {
    return copy(item, steps(path), value);
  }

  private static Map<String, Object> copy(
      Map<?, ?> map, List<Object> steps, Optional<Object> value) {
    Map<String, Object> copy = new LinkedHashMap<>();
    map.forEach((key, each) -> copy.put((String) key, each));
    String first = (String) steps.get(0);
    Optional<Object> changed = changed(copy.get(first), steps, value);
    copy.remove(first);
    changed.ifPresent(v -> copy.put(first, v));
    return copy;
  }

  private static Optional<Object> changed(
      Object before, List<Object> steps, Optional<Object> value) {
    List<Object> rest = steps.subList(1, steps.size());
    if (rest.isEmpty()) {
      return value;
    }
    if (!(before instanceof List<?> list)) {
      return Optional.of(copy((Map<?, ?>) before, rest, value));
    }
    List<Object> copy = new ArrayList<>(list);
    int index = (Integer) rest.get(0);
    if (index < copy.size()) {
      Optional<Object> element = changed(copy.get(index), rest, value);
      copy.remove(index);
      element.ifPresent(e -> copy.add(index, e));
    }
    return Optional.of(copy);
  }
}
