package dev.keyplan.oracle;

import dev.keyplan.emit.Clients;
import dev.keyplan.testing.CompiledClasses;
import dev.keyplan.testing.LocalDynamoDb;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.Collectors;
import software.amazon.awssdk.services.dynamodb.DynamoDbAsyncClient;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.dynamodb.services.local.shared.access.AmazonDynamoDBLocal;

/** A model with what is done to it. */
record Trial(AcceptedModel accepted, List<Operation> operations) {
  private static final int WRITES = 150;
  private static final int READS = 5;

  Trial {
    ModelSpec model = accepted.model();
    operations =
        operations.stream()
            .filter(o -> model.hasEntity(o.entity()))
            .map(o -> o.of(model.entity(o.entity())))
            .toList();
  }

  /** The trial of a seed; empty if the compiler accepts nothing of its model. */
  static Optional<Trial> of(long seed) {
    ModelSpec model = RandomModel.of(new Random(seed));
    return AcceptedModel.of(model, seed % 3 == 0 ? Clients.ASYNC : Clients.SYNC)
        .map(
            accepted ->
                new Trial(
                    accepted,
                    new RandomOperations(new Random(seed), accepted.model())
                        .operations(WRITES, READS)));
  }

  /** What is wrong, if anything is. */
  Optional<Throwable> failure() {
    return failure(new Tally());
  }

  Optional<Throwable> failure(Tally tally) {
    try {
      return failure(CompiledClasses.of(accepted.sources()), tally);
    } catch (AssertionError e) {
      return Optional.of(e);
    }
  }

  Optional<Throwable> failure(CompiledClasses classes, Tally tally) {
    AmazonDynamoDBLocal local = LocalDynamoDb.startWithStreams();
    try (DynamoDbClient client = local.dynamoDbClient();
        DynamoDbAsyncClient asyncClient = local.dynamoDbAsyncClient()) {
      GeneratedModel generated =
          accepted.clients() == Clients.ASYNC
              ? GeneratedModel.async(classes, asyncClient)
              : GeneratedModel.sync(classes, client);
      generated.createTable(client);
      new Comparison(accepted.model(), generated, client, tally).run(operations);
      return Optional.empty();
    } catch (AssertionError | RuntimeException e) {
      return Optional.of(e);
    }
  }

  @Override
  public String toString() {
    return accepted.text()
        + operations.stream().map(Operation::toString).collect(Collectors.joining("\n"));
  }
}
