package dev.keyplan.oracle;

import dev.keyplan.oracle.Condition.Argument;
import dev.keyplan.oracle.ModelSpec.EntitySpec;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;

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

  private static final int AGING = 40;

  private final Random random;
  private final ModelSpec model;
  private final RandomValues values;

  RandomOperations(Random random, ModelSpec model) {
    this.random = random;
    this.model = model;
    this.values = new RandomValues(random, model);
  }

  List<Operation> operations(int writes, int reads) {
    List<Operation> operations = new ArrayList<>();
    for (int i = 0; i < writes; i++) {
      operations.add(values.chance(12) ? transaction() : write());
      if (i % AGING == AGING - 1) {
        model.entities().stream()
            .filter(entity -> entity.former().isPresent())
            .forEach(entity -> operations.add(aging(entity)));
      }
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

  /** Makes all items of an entity older ones. */
  private static Operation aging(EntitySpec entity) {
    return new Operation(
        "age", entity.name(), Map.of(), Map.of(), Map.of(), List.of(), List.of(), List.of(), false);
  }

  private Operation transaction() {
    List<Operation> members = new ArrayList<>();
    while (members.isEmpty() || random.nextInt(3) > 0) {
      Operation member = write();
      boolean isOfOne =
          !member.method().endsWith("All")
              && model
                  .pattern(member.method())
                  .filter(pattern -> !(pattern instanceof PatternSpec.Write))
                  .isEmpty();
      if (isOfOne) {
        boolean isCheck = values.chance(12);
        members.add(isCheck ? member.called(values.chance(50) ? "exists" : "absent") : member);
      }
    }
    return Operation.of(members);
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
    RandomUpdates updates = new RandomUpdates(random, values, entity);
    Map<String, Optional<Object>> changes = method.equals("update") ? updates.changes() : Map.of();
    return new Operation(
        method,
        entity.name(),
        values.item(entity),
        Map.of(),
        changes,
        method.equals("update") ? updates.others(changes.keySet()) : List.of(),
        method.endsWith("All") ? items(entity) : List.of(),
        List.of(),
        values.chance(10));
  }

  private Operation pattern(PatternSpec pattern, EntitySpec entity) {
    Map<String, Object> arguments = new LinkedHashMap<>();
    if (pattern instanceof PatternSpec.Transaction transaction) {
      for (PatternSpec.Member member : transaction.members()) {
        EntitySpec of = model.entity(member.write().entity());
        member.write().parameters().forEach(a -> arguments.put(a.name(), values.argument(of, a)));
      }
    } else {
      pattern
          .parameters()
          .forEach(a -> arguments.put(a.name(), values.argument(owner(pattern, entity, a), a)));
    }
    return new Operation(
        pattern.name(),
        entity.name(),
        values.item(entity),
        arguments,
        Map.of(),
        List.of(),
        items(pattern),
        List.of(),
        values.chance(10));
  }

  private EntitySpec owner(PatternSpec pattern, EntitySpec entity, Argument argument) {
    return pattern instanceof PatternSpec.Read read ? model.owner(read, argument) : entity;
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
    int count = values.chance(5) ? 120 : random.nextInt(8);
    for (int i = 0; i < count; i++) {
      Map<String, Object> item = values.item(entity);
      items.put(Oracle.key(entity, item), item);
    }
    List<Map<String, Object>> list = new ArrayList<>(items.values());
    if (!list.isEmpty() && values.chance(10)) {
      list.add(list.get(0));
    }
    return list;
  }

  /** The items of the members, most often in agreement. */
  private List<Map<String, Object>> items(PatternSpec.Transaction transaction) {
    Map<String, Map<String, Object>> items = new LinkedHashMap<>();
    transaction
        .members()
        .forEach(m -> items.put(m.alias(), values.item(model.entity(m.write().entity()))));
    if (values.chance(90)) {
      for (PatternSpec.Tie tie : transaction.ties()) {
        Map<String, Object> left = items.get(tie.left());
        Optional.ofNullable(items.get(tie.right()).get(tie.attribute()))
            .ifPresentOrElse(
                value -> left.put(tie.attribute(), value), () -> left.remove(tie.attribute()));
      }
    }
    return List.copyOf(items.values());
  }
}
