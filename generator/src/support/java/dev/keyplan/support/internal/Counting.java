package dev.keyplan.support.internal;

import java.util.ArrayList;
import java.util.List;
import software.amazon.awssdk.services.dynamodb.model.QueryRequest;
import software.amazon.awssdk.services.dynamodb.model.QueryResponse;

/** Counts what queries find, without the items: DynamoDB counts one page at a time. */
final class Counting implements Rounds<QueryRequest, QueryResponse> {
  private final List<QueryRequest> requests;
  private final long limit;
  private final int atOnce;
  private List<QueryRequest> pages = new ArrayList<>();
  private int begun;
  private long count;

  /**
   * @param requests they find different items
   * @param limit the highest number that is told
   * @param atOnce how many to send in a round: 1 where the limit may make others needless
   */
  Counting(List<QueryRequest> requests, long limit, int atOnce) {
    this.requests = requests;
    this.limit = limit;
    this.atOnce = atOnce;
  }

  @Override
  public List<QueryRequest> next() {
    // A page that ends the results exactly may still have a last key.
    if (count >= limit) {
      return List.of();
    }
    while (pages.size() < atOnce && begun < requests.size()) {
      pages.add(requests.get(begun++));
    }
    return pages.stream().map(this::upToLimit).toList();
  }

  /** Without a filter, DynamoDB need not read on when the limit is reached. */
  private QueryRequest upToLimit(QueryRequest request) {
    long left = limit - count;
    return request.filterExpression() == null && left <= Integer.MAX_VALUE
        ? request.toBuilder().limit((int) left).build()
        : request;
  }

  @Override
  public void add(List<QueryResponse> responses) {
    List<QueryRequest> further = new ArrayList<>();
    for (int i = 0; i < responses.size(); i++) {
      QueryResponse response = responses.get(i);
      count += response.count();
      if (response.hasLastEvaluatedKey()) {
        further.add(
            pages.get(i).toBuilder().exclusiveStartKey(response.lastEvaluatedKey()).build());
      }
    }
    pages = further;
  }

  long count() {
    return Math.min(count, limit);
  }
}
