package dev.keyplan.support.internal;

import dev.keyplan.support.Concurrency;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.QueryRequest;

/** Counts what a query finds: all of it, or, looking at the items, what is wanted. */
public final class Count {
  private Count() {}

  /** The sum of all pages. */
  public static long of(DynamoDbClient client, QueryRequest request) {
    return of(client, request, Long.MAX_VALUE);
  }

  /** The same of what is wanted. */
  public static long of(
      DynamoDbClient client,
      QueryRequest request,
      Predicate<Map<String, AttributeValue>> isWanted) {
    return of(client, request, isWanted, Long.MAX_VALUE);
  }

  /** The sum over several queries, which find different items. */
  public static long of(
      DynamoDbClient client, List<QueryRequest> requests, Concurrency concurrency) {
    return all(client, requests, Optional.empty(), concurrency);
  }

  /** The same of what is wanted. */
  public static long of(
      DynamoDbClient client,
      List<QueryRequest> requests,
      Predicate<Map<String, AttributeValue>> isWanted,
      Concurrency concurrency) {
    return all(client, requests, Optional.of(isWanted), concurrency);
  }

  /** The sum of as many pages as are needed to reach a limit. */
  public static long of(DynamoDbClient client, QueryRequest request, long limit) {
    return of(client, List.of(request), limit);
  }

  /** The same of what is wanted. */
  public static long of(
      DynamoDbClient client,
      QueryRequest request,
      Predicate<Map<String, AttributeValue>> isWanted,
      long limit) {
    return of(client, List.of(request), isWanted, limit);
  }

  /** The same over several queries, one after the other. */
  public static long of(DynamoDbClient client, List<QueryRequest> requests, long limit) {
    return upTo(limit, client, requests, Optional.empty(), Counting.isFiltered(requests));
  }

  /** The same of what is wanted. */
  public static long of(
      DynamoDbClient client,
      List<QueryRequest> requests,
      Predicate<Map<String, AttributeValue>> isWanted,
      long limit) {
    return upTo(limit, client, requests, Optional.of(isWanted), Counting.isFiltered(requests));
  }

  /** As many as are needed to reach a limit, where a filter discards what has expired only. */
  public static long ofUnselective(DynamoDbClient client, QueryRequest request, long limit) {
    return ofUnselective(client, List.of(request), limit);
  }

  /** The same over several queries, one after the other. */
  public static long ofUnselective(DynamoDbClient client, List<QueryRequest> requests, long limit) {
    return upTo(limit, client, requests, Optional.empty(), false);
  }

  private static long all(
      DynamoDbClient client,
      List<QueryRequest> requests,
      Optional<Predicate<Map<String, AttributeValue>>> isWanted,
      Concurrency concurrency) {
    return send(
        client,
        new Counting(
            requests,
            isWanted,
            Counting.isFiltered(requests),
            Long.MAX_VALUE,
            concurrency.blockingRequests()),
        concurrency);
  }

  private static long upTo(
      long limit,
      DynamoDbClient client,
      List<QueryRequest> requests,
      Optional<Predicate<Map<String, AttributeValue>>> isWanted,
      boolean isSelective) {
    return send(client, new Counting(requests, isWanted, isSelective, limit, 1), Concurrency.of(1));
  }

  private static long send(DynamoDbClient client, Counting counting, Concurrency concurrency) {
    counting.send(concurrency, client::query);
    return counting.count();
  }
}
