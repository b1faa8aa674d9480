package dev.keyplan.support;

import dev.keyplan.support.internal.QuerySequence;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.QueryRequest;
import software.amazon.awssdk.services.dynamodb.model.QueryResponse;

/** The results of several queries, as they come: after each query those that are known by then. */
final class MergedChunks<T> implements QuerySequence {
  private final MergedQueries<T> queries;
  private final MergedResults results;
  private List<T> known = new ArrayList<>();
  private int returned;
  private boolean isLast;

  MergedChunks(MergedQueries<T> queries) {
    this.queries = queries;
    this.results = queries.from(queries.start());
  }

  @Override
  public Optional<QueryRequest> next() {
    while (returned < queries.limit()) {
      int wanted = Math.min(queries.pageSize(), queries.limit() - returned);
      Optional<QueryRequest> next = results.next(wanted);
      if (next.isPresent()) {
        return known.isEmpty() ? next : Optional.empty();
      }
      Optional<Map<String, AttributeValue>> item = results.take();
      if (item.isEmpty()) {
        break;
      }
      known.add(queries.read().apply(item.get()));
      returned++;
    }
    isLast = true;
    return Optional.empty();
  }

  @Override
  public void add(QueryResponse response) {
    results.add(response);
  }

  /** What is known by now, each result once. */
  List<T> take() {
    List<T> taken = known;
    known = new ArrayList<>();
    return taken;
  }

  boolean isLast() {
    return isLast;
  }
}
