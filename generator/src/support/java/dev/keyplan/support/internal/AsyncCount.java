package dev.keyplan.support.internal;

import dev.keyplan.support.Concurrency;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import software.amazon.awssdk.services.dynamodb.DynamoDbAsyncClient;
import software.amazon.awssdk.services.dynamodb.model.QueryRequest;

/** Counts what a query finds. */
public final class AsyncCount {
  private AsyncCount() {}

  /** The sum of all pages. */
  public static CompletableFuture<Long> of(DynamoDbAsyncClient client, QueryRequest request) {
    return of(client, request, Long.MAX_VALUE);
  }

  /** The sum over several queries, which find different items. */
  public static CompletableFuture<Long> of(
      DynamoDbAsyncClient client, List<QueryRequest> requests, Concurrency concurrency) {
    return send(
        client, new Counting(requests, Long.MAX_VALUE, concurrency.requests()), concurrency);
  }

  /** The sum of as many pages as are needed to reach a limit. */
  public static CompletableFuture<Long> of(
      DynamoDbAsyncClient client, QueryRequest request, long limit) {
    return of(client, List.of(request), limit);
  }

  /** The same over several queries, one after the other. */
  public static CompletableFuture<Long> of(
      DynamoDbAsyncClient client, List<QueryRequest> requests, long limit) {
    return send(client, new Counting(requests, limit, 1), Concurrency.of(1));
  }

  private static CompletableFuture<Long> send(
      DynamoDbAsyncClient client, Counting counting, Concurrency concurrency) {
    return Answer.to(AsyncRounds.send(counting, concurrency, client::query))
        .then(done -> counting.count());
  }
}
