package dev.keyplan.oracle;

import dev.keyplan.emit.Clients;
import dev.keyplan.oracle.GeneratedModel.Application;
import dev.keyplan.support.Concurrency;
import dev.keyplan.testing.CompiledClasses;
import dev.keyplan.testing.LocalDynamoDb;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import software.amazon.awssdk.services.dynamodb.DynamoDbAsyncClient;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.Record;
import software.amazon.dynamodb.services.local.shared.access.AmazonDynamoDBLocal;

/** A model with what is done to it. */
record Trial(AcceptedModel accepted, List<Operation> operations) {
  private static final int WRITES = 150;
  private static final int READS = 5;
  private static final int THREADS = 3;
  private static final List<Clients> CLIENTS =
      List.of(Clients.ASYNC, Clients.SYNC, Clients.SYNC, Clients.BOTH, Clients.SYNC);

  Trial {
    ModelSpec model = accepted.model();
    operations =
        operations.stream().filter(o -> model.hasEntity(o.entity())).map(o -> o.in(model)).toList();
  }

  /** The trial of a seed; empty if the compiler accepts nothing of its model. */
  static Optional<Trial> of(long seed) {
    ModelSpec model = RandomModel.of(new Random(seed));
    return AcceptedModel.of(model, CLIENTS.get(Math.floorMod(seed, CLIENTS.size())))
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
    ExecutorService threads = Executors.newFixedThreadPool(THREADS);
    try (DynamoDbClient client = local.dynamoDbClient();
        DynamoDbAsyncClient asyncClient = local.dynamoDbAsyncClient()) {
      GeneratedModel generated =
          GeneratedModel.of(classes, applications(client, asyncClient, threads));
      generated.createTable(client);
      Oracle oracle = new Oracle(accepted.model());
      new Comparison(accepted.model(), oracle, generated, client, tally).run(operations);
      if (accepted.model().table().hasStream()) {
        List<Record> records = LocalDynamoDb.records(local, StoredItems.TABLE);
        new StreamComparison(accepted.model(), generated).compare(records, oracle);
        tally.add("STREAMED");
      }
      return Optional.empty();
    } catch (AssertionError | RuntimeException e) {
      return Optional.of(e);
    } finally {
      threads.shutdown();
    }
  }

  /** Instances that send one request after the other, or several at the same time. */
  private List<Application> applications(
      DynamoDbClient client, DynamoDbAsyncClient asyncClient, ExecutorService threads) {
    List<Application> sync =
        List.of(
            new Application(client, Concurrency.DEFAULT),
            new Application(client, Concurrency.of(4, threads)));
    List<Application> async =
        List.of(
            new Application(asyncClient, Concurrency.DEFAULT),
            new Application(asyncClient, Concurrency.of(1)),
            new Application(asyncClient, Concurrency.of(2)));
    return switch (accepted.clients()) {
      case SYNC -> sync;
      case ASYNC -> async;
      case BOTH -> Stream.of(sync, async).flatMap(List::stream).toList();
    };
  }

  @Override
  public String toString() {
    return accepted.text()
        + operations.stream().map(Operation::toString).collect(Collectors.joining("\n"));
  }
}
