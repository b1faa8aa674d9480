package dev.keyplan.support.internal;

import java.util.List;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.QueryRequest;
import software.amazon.awssdk.services.dynamodb.model.QueryResponse;

/** Counts what a query finds, without its items: DynamoDB counts one page at a time. */
public final class Count {
  private Count() {}

  /** The sum of all pages. */
  public static long of(DynamoDbClient client, QueryRequest request) {
    return of(client, request, Long.MAX_VALUE);
  }

  /** The sum over several queries, which find different items. */
  public static long of(DynamoDbClient client, List<QueryRequest> requests) {
    return of(client, requests, Long.MAX_VALUE);
  }

  /** The same up to a limit. */
  public static long of(DynamoDbClient client, List<QueryRequest> requests, long limit) {
    long count = 0;
    for (QueryRequest request : requests) {
      if (count == limit) {
        return count;
      }
      count += of(client, request, limit - count);
    }
    return count;
  }

  /**
   * The sum of as many pages as are needed to reach a limit.
   *
   * @param limit the highest number that is told
   */
  public static long of(DynamoDbClient client, QueryRequest request, long limit) {
    long count = 0;
    QueryRequest next = request;
    while (true) {
      QueryResponse response = client.query(upTo(limit - count, next));
      count += response.count();
      // A page that ends the results exactly may still have a last key.
      if (count >= limit || !response.hasLastEvaluatedKey()) {
        return Math.min(count, limit);
      }
      next = next.toBuilder().exclusiveStartKey(response.lastEvaluatedKey()).build();
    }
  }

  /** Without a filter, DynamoDB need not read on when the limit is reached. */
  private static QueryRequest upTo(long left, QueryRequest request) {
    return request.filterExpression() == null && left <= Integer.MAX_VALUE
        ? request.toBuilder().limit((int) left).build()
        : request;
  }
}
