package dev.keyplan.support;

import dev.keyplan.support.internal.Merge;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.Spliterator;
import java.util.Spliterators;
import java.util.function.Function;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.QueryRequest;

/**
 * Several queries that answer one pattern, ready to run: one bucket of its keys after the other,
 * and the shards of a bucket merged in the order of the sort key. Immutable; nothing is sent before
 * a page or a result is asked for, and no query before the results have come to it.
 */
public final class Queries<T> {
  /** A page ends after so many queries, however few results they had. */
  private static final int QUERIES_OF_A_PAGE = 100;

  private final DynamoDbClient client;
  private final String pattern;
  private final List<QueryRequest> requests;
  private final Merge merge;
  private final Function<Map<String, AttributeValue>, T> read;
  private final Cursors cursors;
  private final int pageSize;
  private final int limit;

  /**
   * For generated code.
   *
   * @param requests bucket by bucket, and in each of them shard by shard; made when asked for
   */
  public Queries(
      DynamoDbClient client,
      String pattern,
      List<QueryRequest> requests,
      Merge merge,
      Function<Map<String, AttributeValue>, T> read,
      Cursors cursors) {
    this(
        client, pattern, requests, merge, read, cursors, pageSize(requests.get(0)), Pages.NO_LIMIT);
  }

  private Queries(
      DynamoDbClient client,
      String pattern,
      List<QueryRequest> requests,
      Merge merge,
      Function<Map<String, AttributeValue>, T> read,
      Cursors cursors,
      int pageSize,
      int limit) {
    this.client = client;
    this.pattern = pattern;
    this.requests = requests;
    this.merge = merge;
    this.read = read;
    this.cursors = cursors;
    this.pageSize = pageSize;
    this.limit = limit;
  }

  /**
   * The same queries with another page size: the most results of one page. A page is shorter only
   * at the end, or after 100 queries; with none, it is what one query to each shard returns.
   */
  public Queries<T> pageSize(int results) {
    int size = Pages.positive("page size", results);
    return new Queries<>(client, pattern, requests, merge, read, cursors, size, limit);
  }

  /** The same queries with at most so many results in all, over all their pages. */
  public Queries<T> limit(int results) {
    int lower = Math.min(limit, Pages.positive("limit", results));
    return new Queries<>(client, pattern, requests, merge, read, cursors, pageSize, lower);
  }

  /** The first page. */
  public Page<T> page() {
    return page(MergedPosition.start(merge.shards()));
  }

  /**
   * The page that a cursor points at.
   *
   * @throws CursorException if the cursor is not one that these queries gave
   */
  public Page<T> page(String cursor) {
    if (cursor == null) {
      throw new CursorException(null);
    }
    MergedPosition start =
        cursors.open(
            cursor,
            binding(),
            plain ->
                MergedPosition.decode(plain, requests.size() / merge.shards(), merge.shards()));
    if (start.returned() >= limit) {
      throw new CursorException(null);
    }
    return page(start);
  }

  /** All results; each query is sent when the stream reaches it. */
  public Stream<T> stream() {
    return StreamSupport.stream(
        () -> Spliterators.spliteratorUnknownSize(new Results(), Spliterator.ORDERED),
        Spliterator.ORDERED,
        false);
  }

  /** The first result, if there is one; reads no more than needed to find it. */
  public Optional<T> first() {
    return pageSize(1).stream().findFirst();
  }

  /**
   * The only result, if there is one.
   *
   * @throws NotUniqueResultException if there are more
   */
  public Optional<T> single() {
    List<T> results = pageSize(2).stream().limit(2).toList();
    if (results.size() > 1) {
      throw new NotUniqueResultException(pattern);
    }
    return results.stream().findFirst();
  }

  /** The requests, bucket by bucket and shard by shard: each from its beginning. */
  public List<QueryRequest> requests() {
    return requests;
  }

  private Page<T> page(MergedPosition start) {
    boolean isSized = pageSize != Pages.NO_LIMIT;
    int budget = isSized ? Math.max(QUERIES_OF_A_PAGE, merge.shards()) : merge.shards();
    MergedResults results = new MergedResults(client, requests, merge, start, budget);
    List<T> items = new ArrayList<>();
    int wanted = Math.min(pageSize, limit - start.returned());
    while (items.size() < wanted) {
      Optional<Map<String, AttributeValue>> next =
          results.next(wanted == Pages.NO_LIMIT ? Pages.NO_LIMIT : wanted - items.size());
      if (next.isEmpty()) {
        break;
      }
      items.add(read.apply(next.get()));
    }
    return start.returned() + items.size() >= limit
        ? new Page<>(items, Optional.empty())
        : new Page<>(items, results.position().map(end -> cursors.seal(end.encode(), binding())));
  }

  private byte[] binding() {
    return MergedPosition.binding(pattern, requests, merge.shards(), limit);
  }

  private static int pageSize(QueryRequest request) {
    return request.limit() == null ? Pages.NO_LIMIT : request.limit();
  }

  /** Sends the next query when the results of the last one are used up. */
  private final class Results implements Iterator<T> {
    private final MergedResults all =
        new MergedResults(
            client, requests, merge, MergedPosition.start(merge.shards()), Integer.MAX_VALUE);
    private Optional<Map<String, AttributeValue>> next = Optional.empty();
    private int returned;

    @Override
    public boolean hasNext() {
      if (next.isEmpty() && returned < limit) {
        next = all.next(Math.min(pageSize, limit - returned));
      }
      return next.isPresent();
    }

    @Override
    public T next() {
      if (!hasNext()) {
        throw new NoSuchElementException();
      }
      Map<String, AttributeValue> item = next.get();
      next = Optional.empty();
      returned++;
      return read.apply(item);
    }
  }
}
