package dev.keyplan.support.internal;

import dev.keyplan.support.Concurrency;
import java.util.List;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.QueryRequest;

/** Counts what a query finds. */
public final class Count {
  private Count() {}

  /** The sum of all pages. */
  public static long of(DynamoDbClient client, QueryRequest request) {
    return of(client, request, Long.MAX_VALUE);
  }

  /** The sum over several queries, which find different items. */
  public static long of(
      DynamoDbClient client, List<QueryRequest> requests, Concurrency concurrency) {
    return send(
        client,
        new Counting(requests, Long.MAX_VALUE, concurrency.blockingRequests()),
        concurrency);
  }

  /** The sum of as many pages as are needed to reach a limit. */
  public static long of(DynamoDbClient client, QueryRequest request, long limit) {
    return of(client, List.of(request), limit);
  }

  /** The same over several queries, one after the other. */
  public static long of(DynamoDbClient client, List<QueryRequest> requests, long limit) {
    return send(client, new Counting(requests, limit, 1), Concurrency.of(1));
  }

  private static long send(DynamoDbClient client, Counting counting, Concurrency concurrency) {
    counting.send(concurrency, client::query);
    return counting.count();
  }
}
