package dev.keyplan.oracle;

import static org.assertj.core.api.Assertions.assertThat;

import dev.keyplan.oracle.ModelSpec.AttributeSpec;
import dev.keyplan.oracle.ModelSpec.EntitySpec;
import dev.keyplan.oracle.Oracle.Outcome;
import dev.keyplan.oracle.PatternSpec.Change;
import dev.keyplan.oracle.PatternSpec.Read;
import dev.keyplan.oracle.PatternSpec.Write;
import dev.keyplan.oracle.Refusals.Answer;
import dev.keyplan.support.ConditionFailedException;
import dev.keyplan.support.UniqueValueTakenException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

/** Does the same to generated code on DynamoDB Local and to the oracle. */
final class Comparison {
  private final ModelSpec model;
  private final Oracle oracle;
  private final GeneratedModel generated;
  private final DynamoDbClient client;
  private final ReadComparison reads;
  private final Tally tally;

  Comparison(ModelSpec model, GeneratedModel generated, DynamoDbClient client, Tally tally) {
    this.model = model;
    this.oracle = new Oracle(model);
    this.generated = generated;
    this.client = client;
    this.reads = new ReadComparison(model, oracle, generated, tally);
    this.tally = tally;
  }

  /** Fails where they differ. */
  void run(List<Operation> operations) {
    for (Operation operation : operations) {
      if (model.hasEntity(operation.entity())) {
        try {
          run(operation);
        } catch (AssertionError | RuntimeException e) {
          throw new AssertionError(operation + ": " + e, e);
        }
      }
    }
    int stored = client.scan(s -> s.tableName("random-table").consistentRead(true)).count();
    assertThat(stored).as("items and guards").isEqualTo(oracle.count() + oracle.guards());
  }

  private void run(Operation operation) {
    EntitySpec entity = model.entity(operation.entity());
    Optional<PatternSpec> pattern =
        model.patterns().stream().filter(p -> p.name().equals(operation.method())).findFirst();
    if (pattern.isPresent() && pattern.get() instanceof Read read) {
      reads.compare(read, operation);
    } else if (pattern.isPresent() && pattern.get() instanceof Write write) {
      write(entity, write, operation);
    } else if (generated.hasMethod(entity.name(), operation.method())) {
      builtIn(entity, operation);
    }
  }

  private void builtIn(EntitySpec entity, Operation operation) {
    switch (operation.method()) {
      case "create", "put" -> {
        Map<String, Object> item = whole(entity, operation, operation.method());
        Answer refusal = new Refusals(entity).ofItem(item);
        compare(
            entity,
            item,
            refusal,
            "new",
            () ->
                generated.call(
                    entity, operation.method(), made(entity, operation, item), item, Map.of()),
            () ->
                operation.method().equals("create")
                    ? oracle.create(entity, item)
                    : ifAsRead(entity, "put", operation, item, () -> oracle.put(entity, item)));
      }
      case "update" -> update(entity, operation);
      case "upsert" -> {
        Map<String, Object> item = Oracle.filled(entity, operation.item());
        Answer refusal = new Refusals(entity).ofItem(item);
        // It needs all that an index key is made of.
        boolean isWhole =
            entity.attributes().stream().allMatch(a -> operation.item().containsKey(a.name()));
        compare(
            entity,
            item,
            isWhole ? refusal : greater(refusal, Answer.MAYBE),
            "new",
            () -> generated.upsert(entity, operation.item()),
            () -> oracle.upsert(entity, operation.item()));
      }
      case "delete" -> {
        Map<String, Object> item = current(entity, operation.item());
        compare(
            entity,
            item,
            keyRefusal(entity, item),
            "old",
            () ->
                generated.call(
                    entity, "delete", asRead(entity, "delete", operation, item), item, Map.of()),
            () -> ifAsRead(entity, "delete", operation, item, () -> oracle.delete(entity, item)));
      }
      default -> throw new IllegalArgumentException(operation.method());
    }
  }

  private void update(EntitySpec entity, Operation operation) {
    Map<String, Object> item = current(entity, operation.item());
    Answer refusal = keyRefusal(entity, item);
    for (Map.Entry<String, Optional<Object>> change : operation.changes().entrySet()) {
      if (change.getValue().isPresent()) {
        refusal = greater(refusal, changeRefusal(entity, change.getKey(), change.getValue().get()));
      }
    }
    compare(
        entity,
        item,
        refusal,
        "new",
        () ->
            generated.call(
                entity,
                "update",
                asRead(entity, "update", operation, item),
                item,
                Map.of("changes", generated.changes(operation.changes(), item))),
        () ->
            ifAsRead(
                entity,
                "update",
                operation,
                item,
                () -> oracle.update(entity, item, operation.changes())));
  }

  private void write(EntitySpec entity, Write write, Operation operation) {
    boolean isNew = write.verb().equals("create") || write.verb().equals("put");
    Map<String, Object> item =
        isNew ? whole(entity, operation, write.verb()) : current(entity, operation.item());
    Answer refusal = isNew ? new Refusals(entity).ofItem(item) : keyRefusal(entity, item);
    for (Change change : write.changes()) {
      if (change.kind() != Change.Kind.REMOVE) {
        Object value = change.operand().in(operation.arguments());
        Answer answer = changeRefusal(entity, change.attribute(), value);
        boolean isSet = change.kind() == Change.Kind.SET || change.kind() == Change.Kind.IF_ABSENT;
        refusal = greater(refusal, isSet || answer == Answer.NO ? answer : Answer.MAYBE);
      }
    }
    boolean mayBeRefused =
        write.condition().stream()
                .flatMap(Condition::parameters)
                .anyMatch(a -> ReadComparison.mayBeRefused(entity, a, operation.arguments()))
            || write.condition().stream().anyMatch(c -> c.isReversed(operation.arguments()));
    if (mayBeRefused) {
      refusal = greater(refusal, Answer.MAYBE);
    }
    String returns = write.returns().isEmpty() ? defaultReturn(write.verb()) : write.returns();
    compare(
        entity,
        item,
        refusal,
        returns,
        () ->
            generated.call(
                entity,
                write.name(),
                isNew
                    ? made(entity, operation, item)
                    : asRead(entity, write.name(), operation, item),
                item,
                operation.arguments()),
        () ->
            write.verb().equals("create")
                ? oracle.write(entity, write, operation, item)
                : ifAsRead(
                    entity,
                    write.verb().equals("put") ? "put" : write.name(),
                    operation,
                    item,
                    () -> oracle.write(entity, write, operation, item)));
  }

  private static String defaultReturn(String verb) {
    return verb.equals("delete") ? "old" : "new";
  }

  /** What is there of the item, or else the item itself. */
  private Map<String, Object> current(EntitySpec entity, Map<String, Object> item) {
    Map<String, Object> filled = Oracle.filled(entity, item);
    return oracle.get(entity, filled).orElse(filled);
  }

  /** A whole item to be put; that of an entity with a version is as it was read in this. */
  private Map<String, Object> whole(EntitySpec entity, Operation operation, String verb) {
    Map<String, Object> item = Oracle.filled(entity, operation.item());
    if (verb.equals("put")) {
      entity.attributes().stream()
          .filter(AttributeSpec::isVersion)
          .forEach(
              version -> {
                Object read =
                    oracle.get(entity, item).map(old -> old.get(version.name())).orElse(0L);
                item.put(version.name(), operation.isStale() ? (Long) read + 7 : read);
              });
    }
    return item;
  }

  /** By a builder, if nothing has to be as it was read. */
  private Object made(EntitySpec entity, Operation operation, Map<String, Object> item) {
    return entity.hasVersion()
        ? generated.read(entity, item)
        : generated.built(entity, operation.item());
  }

  private Object asRead(
      EntitySpec entity, String method, Operation operation, Map<String, Object> item) {
    return generated.takesItem(entity, method)
        ? generated.read(entity, operation.isStale() ? stale(entity, item) : item)
        : null;
  }

  /** The item as it was some time ago: of another version, or with another value. */
  private static Map<String, Object> stale(EntitySpec entity, Map<String, Object> item) {
    Map<String, Object> stale = new LinkedHashMap<>(item);
    for (AttributeSpec attribute : entity.attributes()) {
      boolean isKey = entity.keyAttributes().contains(attribute.name());
      if (entity.hasVersion() ? attribute.isVersion() : !isKey && !attribute.isMaintained()) {
        Object other =
            attribute.type().values().stream()
                .filter(value -> !value.equals(item.get(attribute.name())))
                .findFirst()
                .orElse(99L);
        stale.put(attribute.name(), attribute.isVersion() ? 99L : other);
        return stale;
      }
    }
    return stale;
  }

  private Outcome ifAsRead(
      EntitySpec entity,
      String method,
      Operation operation,
      Map<String, Object> item,
      Supplier<Outcome> otherwise) {
    boolean takesItem =
        method.equals("put") ? entity.hasVersion() : generated.takesItem(entity, method);
    boolean isOther =
        operation.isStale() && (method.equals("put") || !stale(entity, item).equals(item));
    return takesItem && (isOther || oracle.get(entity, item).isEmpty())
        ? Outcome.of(Outcome.Kind.CONDITION_FAILED)
        : otherwise.get();
  }

  private Answer keyRefusal(EntitySpec entity, Map<String, Object> item) {
    if (oracle.get(entity, item).isPresent()) {
      return Answer.NO;
    }
    return new Refusals(entity).ofItem(item) == Answer.NO ? Answer.NO : Answer.MAYBE;
  }

  private static Answer changeRefusal(EntitySpec entity, String attribute, Object value) {
    Refusals refusals = new Refusals(entity);
    Answer answer = refusals.ofValue(attribute, value);
    return answer == Answer.NO && refusals.isPossible(attribute, value) ? Answer.MAYBE : answer;
  }

  private static Answer greater(Answer left, Answer right) {
    return left.compareTo(right) >= 0 ? left : right;
  }

  private void compare(
      EntitySpec entity,
      Map<String, Object> item,
      Answer refusal,
      String returns,
      Supplier<Object> call,
      Supplier<Outcome> expectation) {
    Optional<Map<String, Object>> before = oracle.get(entity, item);
    Object result = null;
    Outcome.Kind kind = Outcome.Kind.DONE;
    Optional<Map<String, Object>> found = Optional.empty();
    String message = "";
    try {
      result = call.get();
    } catch (IllegalArgumentException e) {
      kind = Outcome.Kind.REFUSED;
      message = e.getMessage();
    } catch (ConditionFailedException e) {
      kind = Outcome.Kind.CONDITION_FAILED;
      Optional<?> there = (Optional<?>) GeneratedModel.invoke(e, "found", List.of());
      found = there.map(JavaValues::components);
      message = e.getMessage();
    } catch (UniqueValueTakenException e) {
      kind = Outcome.Kind.TAKEN;
    }
    tally.add(kind.toString());
    if (kind == Outcome.Kind.REFUSED) {
      assertThat(refusal).as("refusal: " + message).isNotEqualTo(Answer.NO);
    } else {
      assertThat(refusal).as("refusal").isNotEqualTo(Answer.YES);
      Outcome expected = expectation.get();
      assertThat(kind).as("outcome " + message).isEqualTo(expected.kind());
      if (kind == Outcome.Kind.DONE) {
        assertResult(result, returns, expected);
        expected.now().ifPresent(now -> assertStored(entity, now));
        assertIndexes();
      } else if (kind == Outcome.Kind.CONDITION_FAILED && found.isPresent()) {
        // A move may have found an item with its new key.
        assertThat(oracle.all(entity)).as("found").contains(found.get());
      }
    }
    if (before.isPresent()) {
      assertStored(entity, before.get());
    }
  }

  private static void assertResult(Object result, String returns, Outcome expected) {
    if (result == null) {
      return;
    }
    Optional<Map<String, Object>> wanted = returns.equals("old") ? expected.old() : expected.now();
    Optional<Map<String, Object>> got =
        (result instanceof Optional<?> optional ? optional : Optional.of(result))
            .map(JavaValues::components);
    assertThat(got).as("result").isEqualTo(wanted);
  }

  private void assertStored(EntitySpec entity, Map<String, Object> item) {
    Optional<?> stored = (Optional<?>) generated.call(entity, "get", null, item, Map.of());
    assertThat(stored.map(JavaValues::components)).as("stored").isEqualTo(oracle.get(entity, item));
  }

  /** Each index holds the items that the model says, and no others. */
  private void assertIndexes() {
    for (ModelSpec.Line index : model.table().indexes()) {
      long members =
          model.entities().stream()
              .flatMap(
                  entity ->
                      entity.indexes().stream()
                          .filter(use -> use.index().equals(index.id()))
                          .flatMap(use -> oracle.all(entity).stream().filter(use::holds)))
              .count();
      int stored = client.scan(s -> s.tableName("random-table").indexName(index.id())).count();
      assertThat(stored).as("members of " + index.id()).isEqualTo((int) members);
    }
  }
}
