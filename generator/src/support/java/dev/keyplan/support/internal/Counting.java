package dev.keyplan.support.internal;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.QueryRequest;
import software.amazon.awssdk.services.dynamodb.model.QueryResponse;

/** Counts what queries find: DynamoDB does, one page at a time, unless items are looked at. */
final class Counting implements Rounds<QueryRequest, QueryResponse> {
  private final List<QueryRequest> requests;
  private final Optional<Predicate<Map<String, AttributeValue>>> isWanted;
  private final long limit;
  private final int atOnce;
  private List<QueryRequest> pages = new ArrayList<>();
  private int begun;
  private long count;
  private Yield yield;

  /**
   * @param requests they find different items
   * @param isWanted which of the items count, if not all do
   * @param isSelective whether any number of what is read may be discarded
   * @param limit the highest number that is told
   * @param atOnce how many to send in a round: 1 where the limit may make others needless
   */
  Counting(
      List<QueryRequest> requests,
      Optional<Predicate<Map<String, AttributeValue>>> isWanted,
      boolean isSelective,
      long limit,
      int atOnce) {
    this.requests = requests;
    this.isWanted = isWanted;
    this.limit = limit;
    this.atOnce = atOnce;
    this.yield = isSelective ? Yield.unknown(left()) : Yield.FULL;
  }

  /** Whether queries have a filter, which may discard anything. */
  static boolean isFiltered(List<QueryRequest> requests) {
    return requests.get(0).filterExpression() != null;
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

  /** DynamoDB need not read on when the limit is reached. */
  private QueryRequest upToLimit(QueryRequest request) {
    return left() == Integer.MAX_VALUE
        ? request
        : request.toBuilder().limit(yield.items(left())).build();
  }

  private int left() {
    return (int) Math.min(limit - count, Integer.MAX_VALUE);
  }

  @Override
  public void add(List<QueryResponse> responses) {
    List<QueryRequest> further = new ArrayList<>();
    for (int i = 0; i < responses.size(); i++) {
      QueryResponse response = responses.get(i);
      int found = found(response);
      yield = yield.after(found, left());
      count += found;
      if (response.hasLastEvaluatedKey()) {
        further.add(
            pages.get(i).toBuilder().exclusiveStartKey(response.lastEvaluatedKey()).build());
      }
    }
    pages = further;
  }

  private int found(QueryResponse response) {
    return isWanted
        .map(wanted -> (int) response.items().stream().filter(wanted).count())
        .orElseGet(response::count);
  }

  long count() {
    return Math.min(count, limit);
  }
}
