package dev.keyplan.support;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.keyplan.support.internal.AsyncBatch;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.core.async.SdkPublisher;
import software.amazon.awssdk.services.dynamodb.DynamoDbAsyncClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.BatchGetItemRequest;
import software.amazon.awssdk.services.dynamodb.model.BatchGetItemResponse;
import software.amazon.awssdk.services.dynamodb.model.QueryRequest;
import software.amazon.awssdk.services.dynamodb.model.QueryResponse;

/** What becomes of a query whose caller fails, or wants no more. */
class AsyncQueryTest {
  private static final Map<String, AttributeValue> ITEM = Map.of("pk", AttributeValue.fromS("a"));

  private final Waiting client = new Waiting();
  private final AsyncQuery<String> query =
      new AsyncQuery<>(
          client,
          "Thing.things",
          QueryRequest.builder()
              .tableName("table")
              .keyConditionExpression("pk = :pk")
              .expressionAttributeValues(Map.of(":pk", ITEM.get("pk")))
              .build(),
          new AsyncBatch(client, "table", Set.of("pk"), Concurrency.DEFAULT)::items,
          item -> item.get("pk").s(),
          item -> true,
          Cursors.withoutSecret());

  @Test
  void cancelsTheItemsOfTheIndexEntries() {
    List<CompletableFuture<?>> calls =
        List.of(query.page(), query.toList(), query.first(), query.single());

    calls.forEach(call -> call.cancel(true));

    assertThat(client.batches).hasSize(4).allMatch(CompletableFuture::isCancelled);
  }

  @Test
  void failsWithWhatTheFunctionsOfItsUserThrow() {
    List<SdkPublisher<Object>> publishers =
        List.of(
            query.items().map(AsyncQueryTest::fail),
            query.pages().map(AsyncQueryTest::fail),
            query.items().map(item -> item).map(AsyncQueryTest::fail),
            query.pages().flatMapIterable(Page::items).map(AsyncQueryTest::fail),
            query.items().filter(item -> fail(item) == null).map(item -> item));

    for (SdkPublisher<Object> publisher : publishers) {
      CompletableFuture<Void> read = publisher.subscribe(element -> {});
      client.answer();

      assertThatThrownBy(() -> read.get(1, TimeUnit.SECONDS))
          .hasCauseInstanceOf(ArithmeticException.class);
    }
    CompletableFuture<Void> read =
        query
            .items()
            .subscribe(
                item -> {
                  throw new ArithmeticException();
                });
    client.answer();
    assertThatThrownBy(() -> read.get(1, TimeUnit.SECONDS))
        .hasCauseInstanceOf(ArithmeticException.class);
  }

  private static Object fail(Object element) {
    throw new ArithmeticException();
  }

  /** Knows of one entry, and gives its item when told to. */
  private static final class Waiting implements DynamoDbAsyncClient {
    private final List<CompletableFuture<BatchGetItemResponse>> batches = new ArrayList<>();

    void answer() {
      batches
          .remove(0)
          .complete(
              BatchGetItemResponse.builder().responses(Map.of("table", List.of(ITEM))).build());
    }

    @Override
    public CompletableFuture<QueryResponse> query(QueryRequest request) {
      return CompletableFuture.completedFuture(
          QueryResponse.builder().items(List.of(ITEM)).build());
    }

    @Override
    public CompletableFuture<BatchGetItemResponse> batchGetItem(BatchGetItemRequest request) {
      batches.add(new CompletableFuture<>());
      return batches.get(batches.size() - 1);
    }

    @Override
    public String serviceName() {
      return "dynamodb";
    }

    @Override
    public void close() {}
  }
}
