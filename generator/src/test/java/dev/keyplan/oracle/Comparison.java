package dev.keyplan.oracle;

import static org.assertj.core.api.Assertions.assertThat;

import dev.keyplan.oracle.ModelSpec.EntitySpec;
import dev.keyplan.oracle.Oracle.Outcome;
import dev.keyplan.oracle.PatternSpec.Batch;
import dev.keyplan.oracle.PatternSpec.Change;
import dev.keyplan.oracle.PatternSpec.Read;
import dev.keyplan.oracle.PatternSpec.Transaction;
import dev.keyplan.oracle.PatternSpec.Write;
import dev.keyplan.oracle.Refusals.Answer;
import dev.keyplan.support.ConditionFailedException;
import dev.keyplan.support.UniqueValueTakenException;
import dev.keyplan.testing.JavaValues;
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
  private final StoredItems stored;
  private final ReadComparison reads;
  private final BatchComparison batches;
  private final TransactionComparison transactions;
  private final Tally tally;

  Comparison(ModelSpec model, GeneratedModel generated, DynamoDbClient client, Tally tally) {
    this.model = model;
    this.oracle = new Oracle(model);
    this.generated = generated;
    this.stored = new StoredItems(model, oracle, generated, client);
    this.reads = new ReadComparison(model, oracle, generated, tally);
    this.batches = new BatchComparison(oracle, generated, stored, tally);
    this.transactions = new TransactionComparison(model, oracle, generated, stored, tally);
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
    stored.checkCount();
  }

  private void run(Operation operation) {
    EntitySpec entity = model.entity(operation.entity());
    Optional<PatternSpec> pattern =
        model.patterns().stream().filter(p -> p.name().equals(operation.method())).findFirst();
    if (pattern.isPresent()) {
      run(pattern.get(), entity, operation);
    } else if (generated.hasMethod(entity.name(), operation.method())) {
      builtIn(entity, operation);
    }
  }

  private void run(PatternSpec pattern, EntitySpec entity, Operation operation) {
    if (pattern instanceof Read read) {
      reads.compare(read, operation);
    } else if (pattern instanceof Batch batch) {
      batches.compare(entity, batch.name(), batch.verb(), operation.items());
    } else if (pattern instanceof Transaction transaction) {
      transactions.compare(transaction, operation);
    } else if (pattern instanceof Write write) {
      write(entity, write, operation);
    }
  }

  private void builtIn(EntitySpec entity, Operation operation) {
    String method = operation.method();
    switch (method) {
      case "create", "put" -> put(entity, operation);
      case "update" -> update(entity, operation);
      case "upsert" -> upsert(entity, operation);
      case "delete" -> delete(entity, operation);
      case "getAll", "putAll", "deleteAll" ->
          batches.compare(entity, method, method.replace("All", " each"), operation.items());
      default -> throw new IllegalArgumentException(method);
    }
  }

  private void put(EntitySpec entity, Operation operation) {
    String method = operation.method();
    WriteCall call =
        WriteCall.ofItem(entity, method, operation.item(), operation.isStale(), oracle);
    Map<String, Object> item = call.item();
    compare(
        call,
        new Refusals(entity).ofItem(item),
        "new",
        () -> generated.call(entity, method, call.whole(generated), item, Map.of()),
        () ->
            method.equals("create")
                ? oracle.create(entity, item)
                : call.outcome(oracle, true, () -> oracle.put(entity, item)));
  }

  private void upsert(EntitySpec entity, Operation operation) {
    WriteCall call = WriteCall.ofItem(entity, "upsert", operation.item(), false, oracle);
    Answer refusal = new Refusals(entity).ofItem(call.item());
    // It needs all that an index key is made of.
    boolean isWhole =
        entity.attributes().stream().allMatch(a -> operation.item().containsKey(a.name()));
    compare(
        call,
        isWhole ? refusal : Answer.greater(refusal, Answer.MAYBE),
        "new",
        () -> generated.upsert(entity, operation.item()),
        () -> oracle.upsert(entity, operation.item()));
  }

  private void delete(EntitySpec entity, Operation operation) {
    WriteCall call = toWhatExists(entity, "delete", operation);
    compare(
        call,
        call.keyRefusal(oracle),
        "old",
        () -> generated.call(entity, "delete", call.asRead(generated), call.item(), Map.of()),
        () -> call.outcome(oracle, false, () -> oracle.delete(entity, call.item())));
  }

  private void update(EntitySpec entity, Operation operation) {
    WriteCall call = toWhatExists(entity, "update", operation);
    Map<String, Object> item = call.item();
    Refusals refusals = new Refusals(entity);
    Answer refusal = Answer.greater(call.keyRefusal(oracle), call.longKeyRefusal());
    for (Map.Entry<String, Optional<Object>> change : operation.changes().entrySet()) {
      if (change.getValue().isPresent()) {
        Answer ofValue = refusals.ofNew(change.getKey(), change.getValue().get());
        refusal = Answer.greater(refusal, ofValue);
      }
    }
    List<Change> relative =
        operation.relative().stream().filter(c -> generated.canDo(entity, c)).toList();
    for (Change change : relative) {
      Answer ofChange = refusals.ofChange(change, Map.of());
      // What is not used, since there is a value already, need not be one for a key.
      boolean mayBeUnused = call.isAsRead() && ofChange == Answer.YES;
      refusal = Answer.greater(refusal, mayBeUnused ? Answer.MAYBE : ofChange);
    }
    refusal = Answer.greater(refusal, call.knownRefusal(relative));
    compare(
        call,
        refusal,
        "new",
        () ->
            generated.call(
                entity,
                "update",
                call.asRead(generated),
                item,
                Map.of("changes", generated.changes(operation.changes(), relative, item))),
        () ->
            call.outcome(
                oracle, false, () -> oracle.update(entity, item, operation.changes(), relative)));
  }

  private void write(EntitySpec entity, Write write, Operation operation) {
    boolean isOfItem = WriteCall.isOfItem(write);
    WriteCall call =
        isOfItem
            ? WriteCall.ofItem(entity, write.verb(), operation.item(), operation.isStale(), oracle)
            : toWhatExists(entity, write.name(), operation);
    String returns = write.returns().isEmpty() ? defaultReturn(write.verb()) : write.returns();
    compare(
        call,
        call.refusal(oracle, write, operation.arguments()),
        returns,
        () ->
            generated.call(
                entity,
                write.name(),
                isOfItem ? call.whole(generated) : call.asRead(generated),
                call.item(),
                operation.arguments()),
        () -> call.outcome(oracle, write, operation.arguments()));
  }

  private WriteCall toWhatExists(EntitySpec entity, String method, Operation operation) {
    boolean isAsRead = generated.takesItem(entity, method);
    return WriteCall.ofKey(entity, operation.item(), isAsRead, operation.isStale(), oracle);
  }

  private static String defaultReturn(String verb) {
    return verb.equals("delete") ? "old" : "new";
  }

  private void compare(
      WriteCall write,
      Answer refusal,
      String returns,
      Supplier<Object> call,
      Supplier<Outcome> expectation) {
    EntitySpec entity = write.entity();
    Optional<Map<String, Object>> before = oracle.get(entity, write.item());
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
        expected.now().ifPresent(now -> stored.check(entity, now));
        stored.checkIndexes();
      } else if (kind == Outcome.Kind.CONDITION_FAILED && found.isPresent()) {
        // A move may have found an item with its new key.
        assertThat(oracle.all(entity)).as("found").contains(found.get());
      }
    }
    before.ifPresent(item -> stored.check(entity, item));
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
}
