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
import java.util.Optional;
import java.util.Random;

/** Calls with values that often meet: each attribute draws from few of them. */
final class RandomOperations {
  private final Random random;
  private final ModelSpec model;
  private final Map<String, List<Object>> pools = new HashMap<>();

  RandomOperations(Random random, ModelSpec model) {
    this.random = random;
    this.model = model;
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

  List<Operation> operations(int writes, int reads) {
    List<Operation> operations = new ArrayList<>();
    for (int i = 0; i < writes; i++) {
      operations.add(write());
    }
    for (PatternSpec pattern : model.patterns()) {
      if (pattern instanceof PatternSpec.Read read) {
        for (int i = 0; i < reads; i++) {
          operations.add(pattern(read, model.entity(read.subjects().get(0))));
        }
      }
    }
    return operations;
  }

  private Operation write() {
    EntitySpec entity = model.entities().get(random.nextInt(model.entities().size()));
    List<PatternSpec> patterns =
        model.patterns().stream()
            .filter(p -> p instanceof PatternSpec.Write w && w.entity().equals(entity.name()))
            .toList();
    if (!patterns.isEmpty() && random.nextInt(5) < 2) {
      return pattern(patterns.get(random.nextInt(patterns.size())), entity);
    }
    String method =
        List.of("create", "create", "put", "put", "upsert", "upsert", "update", "update", "delete")
            .get(random.nextInt(9));
    return new Operation(
        method, entity.name(), item(entity), Map.of(), changes(entity, method), chance(10));
  }

  private Operation pattern(PatternSpec pattern, EntitySpec entity) {
    Map<String, Object> arguments = new LinkedHashMap<>();
    pattern.parameters().forEach(a -> arguments.put(a.name(), argument(entity, a)));
    return new Operation(
        pattern.name(), entity.name(), item(entity), arguments, Map.of(), chance(10));
  }

  private boolean chance(int percent) {
    return random.nextInt(100) < percent;
  }

  private Object argument(EntitySpec entity, Argument argument) {
    AttributeSpec attribute = entity.attribute(argument.attribute());
    if (argument.isList()) {
      List<Object> list = new ArrayList<>();
      for (int i = random.nextInt(3); i >= 0; i--) {
        list.add(value(attribute));
      }
      return list;
    }
    Object value = value(attribute);
    if (!argument.isElement()) {
      return value;
    }
    if (value instanceof String text) {
      return text.isEmpty() ? "a" : text.substring(0, text.offsetByCodePoints(0, 1));
    }
    Collection<Object> all = new LinkedHashSet<>();
    attribute.type().values().forEach(each -> all.addAll((Collection<?>) each));
    return new ArrayList<>(all).get(random.nextInt(all.size()));
  }

  private Map<String, Object> item(EntitySpec entity) {
    Map<String, Object> item = new LinkedHashMap<>();
    for (AttributeSpec attribute : entity.attributes()) {
      boolean isLeft = attribute.isOptional() || attribute.defaultValue().isPresent();
      if (!attribute.isMaintained() && !(isLeft && random.nextInt(3) == 0)) {
        item.put(attribute.name(), value(attribute));
      }
    }
    return item;
  }

  private Object value(AttributeSpec attribute) {
    List<Object> pool = pools.get(attribute.name());
    List<Object> wrong = attribute.type().wrong();
    int dice = random.nextInt(300);
    if (dice < 3 && !wrong.isEmpty()) {
      return wrong.get(random.nextInt(wrong.size()));
    }
    return dice < 30 ? attribute.type().random(random) : pool.get(random.nextInt(pool.size()));
  }

  private Map<String, Optional<Object>> changes(EntitySpec entity, String method) {
    Map<String, Optional<Object>> changes = new LinkedHashMap<>();
    if (method.equals("update")) {
      for (AttributeSpec attribute : entity.attributes()) {
        boolean isKey = entity.keyAttributes().contains(attribute.name());
        if (!isKey && !attribute.isMaintained() && random.nextInt(3) == 0) {
          boolean isRemoved = attribute.isOptional() && random.nextInt(3) == 0;
          changes.put(
              attribute.name(), isRemoved ? Optional.empty() : Optional.of(value(attribute)));
        }
      }
    }
    return changes;
  }
}
