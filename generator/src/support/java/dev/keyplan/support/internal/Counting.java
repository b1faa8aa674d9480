package dev.keyplan.support.internal;

import java.util.List;
import java.util.Optional;
import software.amazon.awssdk.services.dynamodb.model.QueryRequest;
import software.amazon.awssdk.services.dynamodb.model.QueryResponse;

/** Counts what queries find, without the items: DynamoDB counts one page at a time. */
final class Counting implements QuerySequence {
  private final List<QueryRequest> requests;
  private final long limit;
  private int done;
  private Optional<QueryRequest> page = Optional.empty();
  private long count;

  /**
   * @param requests they find different items
   * @param limit the highest number that is told
   */
  Counting(List<QueryRequest> requests, long limit) {
    this.requests = requests;
    this.limit = limit;
  }

  @Override
  public Optional<QueryRequest> next() {
    // A page that ends the results exactly may still have a last key.
    if (count >= limit || done == requests.size()) {
      return Optional.empty();
    }
    page = Optional.of(page.orElseGet(() -> requests.get(done)));
    return page.map(this::upToLimit);
  }

  /** Without a filter, DynamoDB need not read on when the limit is reached. */
  private QueryRequest upToLimit(QueryRequest request) {
    long left = limit - count;
    return request.filterExpression() == null && left <= Integer.MAX_VALUE
        ? request.toBuilder().limit((int) left).build()
        : request;
  }

  @Override
  public void add(QueryResponse response) {
    count += response.count();
    if (response.hasLastEvaluatedKey()) {
      page = page.map(p -> p.toBuilder().exclusiveStartKey(response.lastEvaluatedKey()).build());
    } else {
      page = Optional.empty();
      done++;
    }
  }

  long count() {
    return Math.min(count, limit);
  }
}
