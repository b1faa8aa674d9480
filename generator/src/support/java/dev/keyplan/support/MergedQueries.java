package dev.keyplan.support;

import dev.keyplan.support.internal.Merge;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.QueryRequest;

/**
 * Several queries that answer one pattern. Immutable, and sends nothing.
 *
 * @param requests bucket by bucket, and in each of them shard by shard; made when asked for
 * @param pageSize the most results of a page
 * @param limit the most results in all
 */
record MergedQueries<T>(
    String pattern,
    List<QueryRequest> requests,
    Merge merge,
    Function<Map<String, AttributeValue>, T> read,
    Cursors cursors,
    Concurrency concurrency,
    int pageSize,
    int limit) {

  MergedQueries(
      String pattern,
      List<QueryRequest> requests,
      Merge merge,
      Function<Map<String, AttributeValue>, T> read,
      Cursors cursors,
      Concurrency concurrency) {
    this(
        pattern,
        requests,
        merge,
        read,
        cursors,
        concurrency,
        pageSize(requests.get(0)),
        Pages.NO_LIMIT);
  }

  private static int pageSize(QueryRequest request) {
    return request.limit() == null ? Pages.NO_LIMIT : request.limit();
  }

  MergedQueries<T> sized(int results) {
    int size = Pages.positive("page size", results);
    return new MergedQueries<>(pattern, requests, merge, read, cursors, concurrency, size, limit);
  }

  MergedQueries<T> limited(int results) {
    int lower = Math.min(limit, Pages.positive("limit", results));
    return new MergedQueries<>(
        pattern, requests, merge, read, cursors, concurrency, pageSize, lower);
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

  /** The results from a position on. */
  MergedResults from(MergedPosition start) {
    return new MergedResults(requests, merge, start);
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
