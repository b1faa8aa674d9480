package dev.keyplan.support;

import dev.keyplan.support.internal.QuerySequence;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.QueryRequest;
import software.amazon.awssdk.services.dynamodb.model.QueryResponse;

/** A page of the results of several queries, while it is read. */
final class MergedPage<T> implements QuerySequence {
  /** A page ends after so many queries, however few results they had. */
  private static final int QUERIES_OF_A_PAGE = 100;

  private final MergedQueries<T> queries;
  private final MergedPosition start;
  private final MergedResults results;
  private final int wanted;
  private final List<T> items = new ArrayList<>();
  private int queriesLeft;

  MergedPage(MergedQueries<T> queries, MergedPosition start) {
    int shards = queries.merge().shards();
    boolean isSized = queries.pageSize() != Pages.NO_LIMIT;
    this.queries = queries;
    this.start = start;
    this.results = queries.from(start);
    this.wanted = Math.min(queries.pageSize(), queries.limit() - start.returned());
    this.queriesLeft = isSized ? Math.max(QUERIES_OF_A_PAGE, shards) : shards;
  }

  @Override
  public Optional<QueryRequest> next() {
    while (items.size() < wanted) {
      Optional<QueryRequest> next =
          results.next(wanted == Pages.NO_LIMIT ? Pages.NO_LIMIT : wanted - items.size());
      if (next.isPresent()) {
        return queriesLeft == 0 ? Optional.empty() : next;
      }
      Optional<Map<String, AttributeValue>> item = results.take();
      if (item.isEmpty()) {
        return Optional.empty();
      }
      items.add(queries.read().apply(item.get()));
    }
    return Optional.empty();
  }

  @Override
  public void add(QueryResponse response) {
    queriesLeft--;
    results.add(response);
  }

  Page<T> page() {
    return new Page<>(items, position().map(queries::seal));
  }

  /** Where the next page begins; empty at the end. */
  Optional<MergedPosition> position() {
    boolean isLast = start.returned() + items.size() >= queries.limit();
    return isLast ? Optional.empty() : results.position();
  }
}
