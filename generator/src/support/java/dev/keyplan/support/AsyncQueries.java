package dev.keyplan.support;

import dev.keyplan.support.Steps.Step;
import dev.keyplan.support.internal.Answer;
import dev.keyplan.support.internal.AsyncRounds;
import dev.keyplan.support.internal.Merge;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;
import java.util.function.Predicate;
import software.amazon.awssdk.core.async.SdkPublisher;
import software.amazon.awssdk.services.dynamodb.DynamoDbAsyncClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.QueryRequest;

/**
 * Several queries that answer one pattern, ready to run: one bucket of its keys after the other,
 * and the shards of a bucket merged in the order of the sort key. Immutable; nothing is sent before
 * a page or a result is asked for. The shards of a bucket are asked at the same time, as far as
 * {@link Concurrency} allows, and each of them again when its results are used up; the next bucket
 * when the results have come to it, or before if {@link #toList} reads all.
 */
public final class AsyncQueries<T> {
  private final DynamoDbAsyncClient client;
  private final MergedQueries<T> queries;

  /**
   * For generated code.
   *
   * @param requests bucket by bucket, and in each of them shard by shard; made when asked for
   */
  public AsyncQueries(
      DynamoDbAsyncClient client,
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
  public AsyncQueries(
      DynamoDbAsyncClient client,
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

  private AsyncQueries(DynamoDbAsyncClient client, MergedQueries<T> queries) {
    this.client = client;
    this.queries = queries;
  }

  /**
   * The same queries with another page size: the most results of one page. A page is shorter only
   * at the end, or after 100 queries; with none, it is what one query to each shard returns.
   */
  public AsyncQueries<T> pageSize(int results) {
    return new AsyncQueries<>(client, queries.sized(results));
  }

  /** For generated code: their filter discards what has expired, and nothing else. */
  public AsyncQueries<T> unselective() {
    return new AsyncQueries<>(client, queries.unselective());
  }

  /** The same queries with at most so many results in all, over all their pages. */
  public AsyncQueries<T> limit(int results) {
    return new AsyncQueries<>(client, queries.limited(results));
  }

  /** The first page. */
  public CompletableFuture<Page<T>> page() {
    return Answer.to(page(queries.start())).then(Step::element);
  }

  /**
   * The page that a cursor points at; fails with {@link CursorException} if these have not given
   * it.
   */
  public CompletableFuture<Page<T>> page(String cursor) {
    MergedPosition start;
    try {
      start = queries.open(cursor);
    } catch (CursorException e) {
      return CompletableFuture.failedFuture(e);
    }
    return Answer.to(page(start)).then(Step::element);
  }

  /** The pages; each is read when a subscriber has asked for it. */
  public SdkPublisher<Page<T>> pages() {
    return new Steps<>(queries::start, this::page);
  }

  /** The results; queries are sent when a subscriber has asked for more than is known. */
  public SdkPublisher<T> items() {
    return chunks(1).flatMapIterable(items -> items);
  }

  /** All results. */
  public CompletableFuture<List<T>> toList() {
    return Steps.gather(chunks(queries.ahead(queries.concurrency().requests())), Pages.NO_LIMIT);
  }

  /** The first result, if there is one; reads no more than needed to find it. */
  public CompletableFuture<Optional<T>> first() {
    return Answer.to(Steps.gather(pageSize(1).chunks(1), 1))
        .then(results -> results.stream().findFirst());
  }

  /**
   * The only result, if there is one; fails with {@link NotUniqueResultException} if there are
   * more.
   */
  public CompletableFuture<Optional<T>> single() {
    return Answer.to(Steps.gather(pageSize(2).chunks(1), 2))
        .then(
            results -> {
              if (results.size() > 1) {
                throw new NotUniqueResultException(queries.pattern());
              }
              return results.stream().findFirst();
            });
  }

  /** The requests, bucket by bucket and shard by shard: each from its beginning. */
  public List<QueryRequest> requests() {
    return queries.requests();
  }

  private CompletableFuture<Step<MergedPosition, Page<T>>> page(MergedPosition start) {
    MergedPage<T> page = queries.page(start);
    return Answer.to(AsyncRounds.send(page, queries.concurrency(), client::query))
        .then(done -> new Step<>(page.page(), page.position()));
  }

  private Steps<MergedChunks<T>, List<T>> chunks(int ahead) {
    return new Steps<>(
        () -> new MergedChunks<>(queries, ahead),
        chunks ->
            Answer.to(AsyncRounds.send(chunks, queries.concurrency(), client::query))
                .then(done -> chunks.step()));
  }
}
