package dev.keyplan.oracle;

import static org.assertj.core.api.Assertions.assertThat;

import dev.keyplan.oracle.ModelSpec.EntitySpec;
import dev.keyplan.oracle.Oracle.Outcome;
import dev.keyplan.oracle.PatternSpec.Batch;
import dev.keyplan.oracle.PatternSpec.Read;
import dev.keyplan.oracle.PatternSpec.Transaction;
import dev.keyplan.oracle.PatternSpec.Write;
import dev.keyplan.oracle.Refusals.Answer;
import dev.keyplan.support.ConditionFailedException;
import dev.keyplan.support.ItemFormatException;
import dev.keyplan.support.UniqueValueTakenException;
import dev.keyplan.testing.JavaValues;
import java.util.List;
import java.util.Map;
import java.util.Optional;
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
  private final MixedTransactions mixed;
  private final Attempts attempts;
  private final Tally tally;

  Comparison(
      ModelSpec model,
      Oracle oracle,
      GeneratedModel generated,
      DynamoDbClient client,
      Tally tally) {
    this.model = model;
    this.oracle = oracle;
    this.generated = generated;
    this.stored = new StoredItems(model, oracle, generated, client);
    this.reads = new ReadComparison(model, oracle, generated, tally);
    this.batches = new BatchComparison(oracle, generated, stored, tally);
    this.transactions = new TransactionComparison(model, oracle, generated, stored, tally);
    this.attempts = new Attempts(model, oracle, generated, tally);
    this.mixed = new MixedTransactions(oracle, generated, stored, attempts, tally);
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
    Optional<PatternSpec> pattern = model.pattern(operation.method());
    if (!operation.members().isEmpty()) {
      mixed.compare(operation);
    } else if (operation.method().equals("age")) {
      stored.age(entity);
    } else if (pattern.isPresent()) {
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
      compare(attempts.write(entity, write, operation));
    }
  }

  private void builtIn(EntitySpec entity, Operation operation) {
    String method = operation.method();
    if (method.endsWith("All")) {
      batches.compare(entity, method, method.replace("All", " each"), operation.items());
    } else {
      compare(attempts.builtIn(entity, operation));
    }
  }

  private void compare(Attempt attempt) {
    WriteCall write = attempt.call();
    EntitySpec entity = write.entity();
    Optional<Map<String, Object>> before = oracle.get(entity, write.item());
    Object result = null;
    Outcome.Kind kind = Outcome.Kind.DONE;
    Optional<Map<String, Object>> found = Optional.empty();
    String message = "";
    try {
      result = generated.call(attempt.invocation());
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
    } catch (ItemFormatException e) {
      kind = withLostMap(e);
    }
    tally.add(kind.toString());
    if (kind == Outcome.Kind.REFUSED) {
      assertThat(attempt.refusal()).as("refusal: " + message).isNotEqualTo(Answer.NO);
    } else {
      assertThat(attempt.refusal()).as("refusal").isNotEqualTo(Answer.YES);
      Outcome expected = attempt.outcome().apply(oracle);
      assertThat(kind).as("outcome " + message).isEqualTo(expected.kind());
      if (kind == Outcome.Kind.DONE) {
        assertResult(result, attempt.returns(), expected);
        expected.now().ifPresent(now -> stored.check(entity, now));
        stored.checkIndexes();
      } else if (kind == Outcome.Kind.CONDITION_FAILED && found.isPresent()) {
        // A move may have found an item with its new key.
        assertThat(oracle.all(entity)).as("found").contains(found.get());
      }
    }
    before.ifPresent(item -> stored.check(entity, item));
  }

  /** DynamoDB Local loses empty maps inside of others in the item of a failed condition. */
  private Outcome.Kind withLostMap(ItemFormatException e) {
    if (!e.getMessage().contains("UNKNOWN_TO_SDK_VERSION")) {
      throw e;
    }
    tally.add("LOST_MAP");
    return Outcome.Kind.CONDITION_FAILED;
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
