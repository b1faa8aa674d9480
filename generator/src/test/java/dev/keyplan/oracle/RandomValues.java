package dev.keyplan.oracle;

import dev.keyplan.oracle.Condition.Argument;
import dev.keyplan.oracle.ModelSpec.AttributeSpec;
import dev.keyplan.oracle.ModelSpec.EntitySpec;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;

/** Values that often meet: each attribute draws from few of them. */
final class RandomValues {
  private final Random random;
  private final Map<String, List<Object>> pools = new HashMap<>();

  RandomValues(Random random, ModelSpec model) {
    this.random = random;
    for (EntitySpec entity : model.entities()) {
      for (AttributeSpec attribute : entity.attributes()) {
        boolean isKey = entity.keyAttributes().contains(attribute.name());
        pools.put(attribute.name(), pool(entity, attribute, isKey ? 3 : 5));
      }
    }
  }

  private List<Object> pool(EntitySpec entity, AttributeSpec attribute, int size) {
    List<Object> pool = new ArrayList<>();
    for (int i = 0; i < size; i++) {
      Object value = attribute.type().random(random);
      for (int tries = 0; tries < 5 && isRefused(entity, attribute, value); tries++) {
        value = attribute.type().random(random);
      }
      pool.add(value);
    }
    return pool;
  }

  private static boolean isRefused(EntitySpec entity, AttributeSpec attribute, Object value) {
    return new Refusals(entity).delimiters(attribute.name()).anyMatch(value.toString()::contains)
        || value.equals("");
  }

  boolean chance(int percent) {
    return random.nextInt(100) < percent;
  }

  Object argument(EntitySpec entity, Argument argument) {
    AttributeSpec attribute = entity.attribute(argument.attribute());
    if (!argument.isList()) {
      return argument.isElement() ? element(attribute) : value(attribute);
    }
    List<Object> list = new ArrayList<>();
    for (int i = random.nextInt(argument.isElement() ? 4 : 3);
        i >= (argument.isElement() ? 1 : 0);
        i--) {
      list.add(argument.isElement() ? element(attribute) : value(attribute));
    }
    return list;
  }

  /** An element of a collection, or the beginning of a text. */
  private Object element(AttributeSpec attribute) {
    Object value = value(attribute);
    if (value instanceof String text) {
      return text.isEmpty() ? "a" : text.substring(0, text.offsetByCodePoints(0, 1));
    }
    Collection<Object> all = new LinkedHashSet<>();
    attribute.type().values().forEach(each -> all.addAll((Collection<?>) each));
    return new ArrayList<>(all).get(random.nextInt(all.size()));
  }

  Map<String, Object> item(EntitySpec entity) {
    Map<String, Object> item = new LinkedHashMap<>();
    for (AttributeSpec attribute : entity.attributes()) {
      boolean isLeft = attribute.isOptional() || attribute.defaultValue().isPresent();
      if (!attribute.isMaintained() && !(isLeft && random.nextInt(3) == 0)) {
        item.put(attribute.name(), value(attribute));
      }
    }
    return item;
  }

  /** One of the type, seldom a wrong one. */
  Object value(AttributeSpec attribute) {
    List<Object> pool = pools.getOrDefault(attribute.name(), attribute.type().values());
    List<Object> wrong = attribute.type().wrong();
    int dice = random.nextInt(300);
    if (dice < 3 && !wrong.isEmpty()) {
      return wrong.get(random.nextInt(wrong.size()));
    }
    return dice < 30 ? attribute.type().random(random) : pool.get(random.nextInt(pool.size()));
  }
}
