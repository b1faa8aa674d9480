package dev.keyplan.support;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Function;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.DynamicContainer;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.opentest4j.TestAbortedException;
import org.reactivestreams.Publisher;
import org.reactivestreams.tck.PublisherVerification;
import org.reactivestreams.tck.TestEnvironment;
import org.testng.SkipException;
import software.amazon.awssdk.services.dynamodb.DynamoDbAsyncClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.QueryRequest;
import software.amazon.awssdk.services.dynamodb.model.QueryResponse;
import software.amazon.awssdk.services.dynamodb.model.ScanRequest;
import software.amazon.awssdk.services.dynamodb.model.ScanResponse;

/**
 * All rules of Reactive Streams, by their own tests, for all publishers that there are; what
 * DynamoDB answers comes at once for some of them, and from other threads for the others.
 */
class PublisherRulesTest {
  private static final int ITEMS_OF_A_PAGE = 3;
  private static final ExecutorService POOL = Executors.newCachedThreadPool();

  @AfterAll
  static void stop() {
    POOL.shutdownNow();
  }

  @TestFactory
  Stream<DynamicContainer> publishersKeepTheRules() {
    Map<String, Function<Long, Publisher<?>>> publishers = new LinkedHashMap<>();
    publishers.put("pages of a query", n -> query(n, 1, Runnable::run).pages());
    publishers.put("items of a query", n -> query(n, ITEMS_OF_A_PAGE, POOL).items());
    publishers.put("pages of queries", n -> queries(n, 1, POOL).pages());
    publishers.put("items of queries", n -> queries(n, ITEMS_OF_A_PAGE, Runnable::run).items());
    publishers.put("items of a scan", n -> scan(n, ITEMS_OF_A_PAGE, POOL).items());
    return publishers.entrySet().stream()
        .map(entry -> DynamicContainer.dynamicContainer(entry.getKey(), rules(entry.getValue())));
  }

  private static Stream<DynamicTest> rules(Function<Long, Publisher<?>> publisher) {
    return Arrays.stream(PublisherVerification.class.getMethods())
        .filter(method -> method.isAnnotationPresent(org.testng.annotations.Test.class))
        .sorted(Comparator.comparing(Method::getName))
        .map(rule -> DynamicTest.dynamicTest(rule.getName(), () -> verify(rule, publisher)));
  }

  private static void verify(Method rule, Function<Long, Publisher<?>> publisher) throws Throwable {
    Verification verification = new Verification(publisher);
    verification.setUp();
    try {
      rule.invoke(verification);
    } catch (InvocationTargetException e) {
      if (e.getCause() instanceof SkipException skipped) {
        throw new TestAbortedException(skipped.getMessage());
      }
      throw e.getCause();
    }
  }

  private static AsyncQuery<Long> query(long items, int pageSize, Executor executor) {
    return new AsyncQuery<>(
        new Numbers(items, executor),
        "Thing.things",
        QueryRequest.builder().tableName("table").limit(pageSize).build(),
        Numbers::read,
        Cursors.withoutSecret());
  }

  private static AsyncQueries<Long> queries(long items, int pageSize, Executor executor) {
    return new AsyncQueries<>(
            new Numbers(items, executor),
            "Thing.things",
            ShardedTable.requests(1, 1),
            ShardedTable.merge(1),
            Numbers::read,
            Cursors.withoutSecret(),
            Concurrency.DEFAULT)
        .pageSize(pageSize);
  }

  private static AsyncScan<Long> scan(long items, int pageSize, Executor executor) {
    return new AsyncScan<>(
        new Numbers(items, executor),
        "Thing.all",
        ScanRequest.builder().tableName("table").limit(pageSize).build(),
        Numbers::read,
        Cursors.withoutSecret(),
        Concurrency.DEFAULT);
  }

  private static final class Verification extends PublisherVerification<Object> {
    private final Function<Long, Publisher<?>> publisher;

    Verification(Function<Long, Publisher<?>> publisher) {
      super(new TestEnvironment(1_500, 20));
      this.publisher = publisher;
    }

    @Override
    public Publisher<Object> createPublisher(long elements) {
      Publisher<?> made = publisher.apply(elements);
      return subscriber -> made.subscribe(subscriber);
    }

    /** One that fails without any demand: there is none. */
    @Override
    public Publisher<Object> createFailedPublisher() {
      return null;
    }
  }

  /** As many items as are wanted. */
  private record Numbers(long count, Executor executor) implements DynamoDbAsyncClient {
    static Long read(Map<String, AttributeValue> item) {
      return Long.valueOf(item.get("sk").n());
    }

    private static Map<String, AttributeValue> item(long number) {
      return Map.of(
          "pk", AttributeValue.fromS("pk"), "sk", AttributeValue.fromN(Long.toString(number)));
    }

    @Override
    public CompletableFuture<QueryResponse> query(QueryRequest request) {
      long start = request.hasExclusiveStartKey() ? read(request.exclusiveStartKey()) + 1 : 0;
      long end = Math.min(count, start + request.limit());
      QueryResponse.Builder response =
          QueryResponse.builder()
              .items(LongStream.range(start, end).mapToObj(Numbers::item).toList());
      return CompletableFuture.supplyAsync(
          () -> end < count ? response.lastEvaluatedKey(item(end - 1)).build() : response.build(),
          executor);
    }

    @Override
    public CompletableFuture<ScanResponse> scan(ScanRequest request) {
      return query(
              QueryRequest.builder()
                  .limit(request.limit())
                  .exclusiveStartKey(
                      request.hasExclusiveStartKey() ? request.exclusiveStartKey() : null)
                  .build())
          .thenApply(
              found ->
                  ScanResponse.builder()
                      .items(found.items())
                      .lastEvaluatedKey(
                          found.hasLastEvaluatedKey() ? found.lastEvaluatedKey() : null)
                      .build());
    }

    @Override
    public String serviceName() {
      return "dynamodb";
    }

    @Override
    public void close() {}
  }
}
