package dev.keyplan.support;

import dev.keyplan.support.internal.Merge;
import dev.keyplan.support.internal.Yield;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.Predicate;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.QueryRequest;

/**
 * Several queries that answer one pattern. Immutable, and sends nothing.
 *
 * @param requests bucket by bucket, and in each of them shard by shard; made when asked for
 * @param isWanted what is not is left out
 * @param isSelective whether any number of what is read may be discarded
 * @param pageSize the most results of a page
 * @param limit the most results in all
 */
record MergedQueries<T>(
    String pattern,
    List<QueryRequest> requests,
    Merge merge,
    Function<Map<String, AttributeValue>, T> read,
    Predicate<Map<String, AttributeValue>> isWanted,
    Cursors cursors,
    Concurrency concurrency,
    boolean isSelective,
    int pageSize,
    int limit) {

  MergedQueries(
      String pattern,
      List<QueryRequest> requests,
      Merge merge,
      Function<Map<String, AttributeValue>, T> read,
      Predicate<Map<String, AttributeValue>> isWanted,
      Cursors cursors,
      Concurrency concurrency) {
    this(
        pattern,
        requests,
        merge,
        read,
        isWanted,
        cursors,
        concurrency,
        requests.get(0).filterExpression() != null,
        pageSize(requests.get(0)),
        Pages.NO_LIMIT);
  }

  private static int pageSize(QueryRequest request) {
    return request.limit() == null ? Pages.NO_LIMIT : request.limit();
  }

  MergedQueries<T> sized(int results) {
    return with(isSelective, Pages.positive("page size", results), limit);
  }

  MergedQueries<T> limited(int results) {
    return with(isSelective, pageSize, Math.min(limit, Pages.positive("limit", results)));
  }

  MergedQueries<T> unselective() {
    return with(false, pageSize, limit);
  }

  private MergedQueries<T> with(boolean selective, int size, int most) {
    return new MergedQueries<>(
        pattern, requests, merge, read, isWanted, cursors, concurrency, selective, size, most);
  }

  MergedPosition start() {
    return MergedPosition.start(merge.shards());
  }

  /** Where the page begins that a cursor points at. */
  MergedPosition open(String cursor) {
    if (cursor == null) {
      throw new CursorException(null);
    }
    int buckets = requests.size() / merge.shards();
    MergedPosition start =
        cursors.open(
            cursor, binding(), plain -> MergedPosition.decode(plain, buckets, merge.shards()));
    if (Pages.isEnough(start.returned(), limit)) {
      throw new CursorException(null);
    }
    return start;
  }

  /** The most results that are wanted next. */
  int wanted(int returned) {
    return limit == Pages.NO_LIMIT ? pageSize : Math.min(pageSize, limit - returned);
  }

  /** How many shards to read at once where all results are wanted. */
  int ahead(int atOnce) {
    return limit == Pages.NO_LIMIT ? atOnce : 1;
  }

  /** All results. */
  MergedResults all() {
    Yield yield = isSelective ? Yield.unknown(merge.part(limit)) : Yield.FULL;
    return new MergedResults(requests, merge, isWanted, yield, start());
  }

  /** The results from a position on: what is read for a page and not on it is read again. */
  MergedResults from(MergedPosition start) {
    // Whatever a filter may discard: what is read in vain here is paid for twice.
    return new MergedResults(requests, merge, isWanted, Yield.FULL, start);
  }

  /** A page, whose results are still to be asked for. */
  MergedPage<T> page(MergedPosition start) {
    return new MergedPage<>(this, start);
  }

  String seal(MergedPosition position) {
    return cursors.seal(position.encode(), binding());
  }

  private byte[] binding() {
    return MergedPosition.binding(pattern, requests, merge.shards(), limit);
  }
}
