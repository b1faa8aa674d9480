package dev.keyplan.support.internal;

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
      DynamoDbAsyncClient client, List<QueryRequest> requests) {
    return of(client, requests, Long.MAX_VALUE);
  }

  /** The sum of as many pages as are needed to reach a limit. */
  public static CompletableFuture<Long> of(
      DynamoDbAsyncClient client, QueryRequest request, long limit) {
    return of(client, List.of(request), limit);
  }

  /** The same over several queries. */
  public static CompletableFuture<Long> of(
      DynamoDbAsyncClient client, List<QueryRequest> requests, long limit) {
    Counting counting = new Counting(requests, limit);
    return Answer.to(Loop.through(counting, client::query)).then(done -> counting.count());
  }
}
