package dev.keyplan.support;

import dev.keyplan.support.internal.Rounds;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.QueryRequest;
import software.amazon.awssdk.services.dynamodb.model.QueryResponse;

/** A page of the results of several queries, while it is read. */
final class MergedPage<T> implements Rounds<QueryRequest, QueryResponse> {
  /** A page ends after so many queries, however few results they had. */
  private static final int QUERIES_OF_A_PAGE = 100;

  private final MergedQueries<T> queries;
  private final MergedResults results;
  private final int wanted;
  private final List<T> items = new ArrayList<>();
  private int queriesLeft;

  MergedPage(MergedQueries<T> queries, MergedPosition start) {
    int shards = queries.merge().shards();
    boolean isSized = queries.pageSize() != Pages.NO_LIMIT;
    this.queries = queries;
    this.results = queries.from(start);
    this.wanted = queries.wanted(start.returned());
    this.queriesLeft = isSized ? Math.max(QUERIES_OF_A_PAGE, shards) : shards;
  }

  @Override
  public List<QueryRequest> next() {
    while (items.size() < wanted) {
      List<QueryRequest> next =
          results.next(wanted == Pages.NO_LIMIT ? Pages.NO_LIMIT : wanted - items.size(), 1);
      if (!next.isEmpty()) {
        return next.subList(0, Math.min(queriesLeft, next.size()));
      }
      Optional<Map<String, AttributeValue>> item = results.take();
      if (item.isEmpty()) {
        return List.of();
      }
      items.add(queries.read().apply(item.get()));
    }
    return List.of();
  }

  @Override
  public void add(List<QueryResponse> responses) {
    queriesLeft -= responses.size();
    results.add(responses);
  }

  Page<T> page() {
    return new Page<>(items, position().map(queries::seal));
  }

  /** Where the next page begins; empty at the end. */
  Optional<MergedPosition> position() {
    boolean isLast = Pages.isEnough(results.returned(), queries.limit());
    return isLast ? Optional.empty() : results.position();
  }
}
