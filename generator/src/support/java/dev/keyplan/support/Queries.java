package dev.keyplan.support;

import dev.keyplan.support.internal.Merge;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Stream;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.QueryRequest;

/**
 * Several queries that answer one pattern, ready to run: one bucket of its keys after the other,
 * and the shards of a bucket merged in the order of the sort key. Immutable; nothing is sent before
 * a page or a result is asked for. The shards of a bucket are asked at the same time, as far as
 * {@link Concurrency} allows, and each of them again when its results are used up; the next bucket
 * when the results have come to it, or before if all are read.
 */
public final class Queries<T> {
  private final DynamoDbClient client;
  private final MergedQueries<T> queries;

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
      Cursors cursors,
      Concurrency concurrency) {
    this(client, pattern, requests, merge, read, item -> true, cursors, concurrency);
  }

  /**
   * For generated code.
   *
   * @param requests bucket by bucket, and in each of them shard by shard; made when asked for
   * @param isWanted whether an item is a result; others are left out
   */
  public Queries(
      DynamoDbClient client,
      String pattern,
      List<QueryRequest> requests,
      Merge merge,
      Function<Map<String, AttributeValue>, T> read,
      Predicate<Map<String, AttributeValue>> isWanted,
      Cursors cursors,
      Concurrency concurrency) {
    this(
        client,
        new MergedQueries<>(pattern, requests, merge, read, isWanted, cursors, concurrency));
  }

  private Queries(DynamoDbClient client, MergedQueries<T> queries) {
    this.client = client;
    this.queries = queries;
  }

  /**
   * The same queries with another page size: the most results of one page. A page is shorter only
   * at the end, or after 100 queries; with none, it is what one query to each shard returns.
   */
  public Queries<T> pageSize(int results) {
    return new Queries<>(client, queries.sized(results));
  }

  /** For generated code: their filter discards what has expired, and nothing else. */
  public Queries<T> unselective() {
    return new Queries<>(client, queries.unselective());
  }

  /** The same queries with at most so many results in all, over all their pages. */
  public Queries<T> limit(int results) {
    return new Queries<>(client, queries.limited(results));
  }

  /** The first page. */
  public Page<T> page() {
    return page(queries.start());
  }

  /**
   * The page that a cursor points at.
   *
   * @throws CursorException if the cursor is not one that these queries gave
   */
  public Page<T> page(String cursor) {
    return page(queries.open(cursor));
  }

  /** All results; queries are sent when the stream reaches their results. */
  public Stream<T> stream() {
    return ItemIterator.stream(Results::new);
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
      throw new NotUniqueResultException(queries.pattern());
    }
    return results.stream().findFirst();
  }

  /** The requests, bucket by bucket and shard by shard: each from its beginning. */
  public List<QueryRequest> requests() {
    return queries.requests();
  }

  private Page<T> page(MergedPosition start) {
    MergedPage<T> page = queries.page(start);
    page.send(queries.concurrency(), client::query);
    return page.page();
  }

  /** Sends the next queries when the results of the last ones are used up. */
  private final class Results extends ItemIterator<T> {
    private final MergedResults all = queries.all();
    private int ahead = 1;

    Results() {
      super(queries.read());
    }

    @Override
    Optional<Map<String, AttributeValue>> take() {
      if (Pages.isEnough(all.returned(), queries.limit())) {
        return Optional.empty();
      }
      all.toNext(queries.wanted(all.returned()), ahead).send(queries.concurrency(), client::query);
      return all.take();
    }

    /** Whoever takes all that is left needs all buckets. */
    @Override
    public void forEachRemaining(Consumer<? super T> action) {
      ahead = queries.ahead(queries.concurrency().blockingRequests());
      super.forEachRemaining(action);
    }
  }
}
