package dev.keyplan.support;

import dev.keyplan.support.Steps.Step;
import dev.keyplan.support.internal.Rounds;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.QueryRequest;
import software.amazon.awssdk.services.dynamodb.model.QueryResponse;

/** The results of several queries, as they come: after each round those that are known by then. */
final class MergedChunks<T> implements Rounds<QueryRequest, QueryResponse> {
  private final MergedQueries<T> queries;
  private final MergedResults results;
  private final int ahead;
  private List<T> known = new ArrayList<>();
  private Optional<RuntimeException> failure = Optional.empty();
  private boolean isLast;

  /**
   * @param ahead how many shards to read at once, if all buckets will be read
   */
  MergedChunks(MergedQueries<T> queries, int ahead) {
    this.queries = queries;
    this.ahead = ahead;
    this.results = queries.all();
  }

  @Override
  public List<QueryRequest> next() {
    while (!Pages.isEnough(results.returned(), queries.limit())) {
      List<QueryRequest> next = results.next(queries.wanted(results.returned()), ahead);
      if (!next.isEmpty()) {
        return known.isEmpty() ? next : List.of();
      }
      Optional<Map<String, AttributeValue>> item = results.take();
      if (item.isEmpty()) {
        break;
      }
      try {
        known.add(queries.read().apply(item.get()));
      } catch (RuntimeException e) {
        failure = Optional.of(e);
        return List.of();
      }
    }
    isLast = true;
    return List.of();
  }

  @Override
  public void add(List<QueryResponse> responses) {
    results.add(responses);
  }

  /** What was known with the last round; what cannot be read comes behind what can. */
  Step<MergedChunks<T>, List<T>> step() {
    List<T> taken = known;
    known = new ArrayList<>();
    return new Step<>(taken, isLast ? Optional.empty() : Optional.of(this), failure);
  }
}
