package dev.keyplan.oracle;

import dev.keyplan.oracle.Condition.Argument;
import dev.keyplan.oracle.Condition.Operand;
import dev.keyplan.oracle.ModelSpec.AttributeSpec;
import dev.keyplan.oracle.ModelSpec.EntitySpec;
import dev.keyplan.oracle.PatternSpec.Change;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;

/** Calls with values that often meet: each attribute draws from few of them. */
final class RandomOperations {
  private static final List<String> METHODS =
      List.of(
          "create",
          "create",
          "put",
          "put",
          "upsert",
          "upsert",
          "update",
          "update",
          "update",
          "delete",
          "putAll",
          "deleteAll",
          "getAll");

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
            .filter(p -> !(p instanceof PatternSpec.Read))
            .filter(p -> p.entities().findFirst().equals(Optional.of(entity.name())))
            .toList();
    if (!patterns.isEmpty() && random.nextInt(5) < 2) {
      return pattern(patterns.get(random.nextInt(patterns.size())), entity);
    }
    String method = METHODS.get(random.nextInt(METHODS.size()));
    Map<String, Optional<Object>> changes = method.equals("update") ? changes(entity) : Map.of();
    return new Operation(
        method,
        entity.name(),
        item(entity),
        Map.of(),
        changes,
        method.equals("update") ? relative(entity, changes.keySet()) : List.of(),
        method.endsWith("All") ? items(entity) : List.of(),
        chance(10));
  }

  private Operation pattern(PatternSpec pattern, EntitySpec entity) {
    Map<String, Object> arguments = new LinkedHashMap<>();
    if (pattern instanceof PatternSpec.Transaction transaction) {
      for (PatternSpec.Member member : transaction.members()) {
        EntitySpec of = model.entity(member.write().entity());
        member.write().parameters().forEach(a -> arguments.put(a.name(), argument(of, a)));
      }
    } else {
      pattern.parameters().forEach(a -> arguments.put(a.name(), argument(entity, a)));
    }
    return new Operation(
        pattern.name(),
        entity.name(),
        item(entity),
        arguments,
        Map.of(),
        List.of(),
        items(pattern),
        chance(10));
  }

  private List<Map<String, Object>> items(PatternSpec pattern) {
    if (pattern instanceof PatternSpec.Batch batch) {
      return items(model.entity(batch.entity()));
    }
    return pattern instanceof PatternSpec.Transaction transaction ? items(transaction) : List.of();
  }

  /** Some items of an entity, seldom with the same key. */
  private List<Map<String, Object>> items(EntitySpec entity) {
    Map<List<Object>, Map<String, Object>> items = new LinkedHashMap<>();
    int count = chance(5) ? 120 : random.nextInt(8);
    for (int i = 0; i < count; i++) {
      Map<String, Object> item = item(entity);
      items.put(Oracle.key(entity, item), item);
    }
    List<Map<String, Object>> list = new ArrayList<>(items.values());
    if (!list.isEmpty() && chance(10)) {
      list.add(list.get(0));
    }
    return list;
  }

  /** The items of the members, most often in agreement. */
  private List<Map<String, Object>> items(PatternSpec.Transaction transaction) {
    Map<String, Map<String, Object>> items = new LinkedHashMap<>();
    transaction
        .members()
        .forEach(m -> items.put(m.alias(), item(model.entity(m.write().entity()))));
    if (chance(90)) {
      for (PatternSpec.Tie tie : transaction.ties()) {
        items.get(tie.left()).put(tie.attribute(), items.get(tie.right()).get(tie.attribute()));
      }
    }
    return List.copyOf(items.values());
  }

  private boolean chance(int percent) {
    return random.nextInt(100) < percent;
  }

  private Object argument(EntitySpec entity, Argument argument) {
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
    List<Object> pool = pools.getOrDefault(attribute.name(), attribute.type().values());
    List<Object> wrong = attribute.type().wrong();
    int dice = random.nextInt(300);
    if (dice < 3 && !wrong.isEmpty()) {
      return wrong.get(random.nextInt(wrong.size()));
    }
    return dice < 30 ? attribute.type().random(random) : pool.get(random.nextInt(pool.size()));
  }

  private Map<String, Optional<Object>> changes(EntitySpec entity) {
    Map<String, Optional<Object>> changes = new LinkedHashMap<>();
    for (AttributeSpec attribute : entity.attributes()) {
      boolean isKey = entity.keyAttributes().contains(attribute.name());
      if (!isKey && !attribute.isMaintained() && random.nextInt(3) == 0) {
        boolean isRemoved = attribute.isOptional() && random.nextInt(3) == 0;
        changes.put(attribute.name(), isRemoved ? Optional.empty() : Optional.of(value(attribute)));
      }
    }
    return changes;
  }

  /** Some of what the built-in update may do besides. */
  private List<Change> relative(EntitySpec entity, Set<String> changed) {
    List<Change> relative = new ArrayList<>();
    for (AttributeSpec attribute : entity.attributes()) {
      if (!changed.contains(attribute.name()) && chance(20)) {
        Change.Kind drawn = RandomWrites.relative(attribute.type(), random);
        Change.Kind kind =
            drawn == Change.Kind.PLUS || drawn == Change.Kind.MINUS ? Change.Kind.ADD : drawn;
        Operand any = Operand.parameter("any");
        boolean isEach = new Change(kind, attribute.name(), any, false).isOfElement();
        Argument argument = new Argument("any", attribute.name(), isEach, isEach);
        Object value = argument(entity, argument);
        Operand operand = Operand.literal(value.toString(), value);
        relative.add(new Change(kind, attribute.name(), operand, isEach));
      }
    }
    return relative;
  }
}
