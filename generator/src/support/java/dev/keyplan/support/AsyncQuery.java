package dev.keyplan.support;

import dev.keyplan.support.Pages.Response;
import dev.keyplan.support.internal.Answer;
import dev.keyplan.support.internal.KeyConditions;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;
import java.util.function.Predicate;
import software.amazon.awssdk.core.async.SdkPublisher;
import software.amazon.awssdk.services.dynamodb.DynamoDbAsyncClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.QueryRequest;

/**
 * A query that is ready to run. Immutable; nothing is sent before a page or a result is asked for.
 */
public final class AsyncQuery<T> {
  private final DynamoDbAsyncClient client;
  private final PagedQuery query;
  private final Whole whole;
  private final Pages<T> pages;

  /** Exchanges index entries for items. */
  public interface Whole
      extends Function<
          List<Map<String, AttributeValue>>,
          CompletableFuture<List<Map<String, AttributeValue>>>> {}

  /** For generated code. */
  public AsyncQuery(
      DynamoDbAsyncClient client,
      String pattern,
      QueryRequest request,
      Function<Map<String, AttributeValue>, T> read,
      Cursors cursors) {
    this(client, pattern, request, read, item -> true, cursors);
  }

  /**
   * For generated code.
   *
   * @param whole exchanges index entries for items
   */
  public AsyncQuery(
      DynamoDbAsyncClient client,
      String pattern,
      QueryRequest request,
      Whole whole,
      Function<Map<String, AttributeValue>, T> read,
      Cursors cursors) {
    this(client, pattern, request, whole, read, item -> true, cursors);
  }

  /**
   * For generated code.
   *
   * @param isKnown whether an item is one of the entities; others are left out
   */
  public AsyncQuery(
      DynamoDbAsyncClient client,
      String pattern,
      QueryRequest request,
      Function<Map<String, AttributeValue>, T> read,
      Predicate<Map<String, AttributeValue>> isKnown,
      Cursors cursors) {
    this(
        client,
        new PagedQuery(pattern, request),
        CompletableFuture::completedFuture,
        read,
        isKnown,
        cursors);
  }

  /**
   * For generated code.
   *
   * @param whole exchanges index entries for items
   * @param isKnown whether an item is one of the entities; others are left out
   */
  public AsyncQuery(
      DynamoDbAsyncClient client,
      String pattern,
      QueryRequest request,
      Whole whole,
      Function<Map<String, AttributeValue>, T> read,
      Predicate<Map<String, AttributeValue>> isKnown,
      Cursors cursors) {
    this(
        client,
        new PagedQuery(pattern, request),
        // An index is behind its table: its entries may be of items that have another key by now.
        wanted(whole, KeyConditions.of(request).and(isKnown)),
        read,
        // An entry need not show what its item is.
        entry -> true,
        cursors);
  }

  private static Whole wanted(Whole whole, Predicate<Map<String, AttributeValue>> isWanted) {
    return entries ->
        Answer.to(whole.apply(entries)).then(all -> all.stream().filter(isWanted).toList());
  }

  private AsyncQuery(
      DynamoDbAsyncClient client,
      PagedQuery query,
      Whole whole,
      Function<Map<String, AttributeValue>, T> read,
      Predicate<Map<String, AttributeValue>> isKnown,
      Cursors cursors) {
    this(client, query, whole, new Pages<>(query, read, isKnown, cursors));
  }

  private AsyncQuery(DynamoDbAsyncClient client, PagedQuery query, Whole whole, Pages<T> pages) {
    this.client = client;
    this.query = query;
    this.whole = whole;
    this.pages = pages;
  }

  /**
   * The same query with another page size: the number of items DynamoDB reads for one page. A
   * filter discards some of them, so that a page may be short, or empty.
   */
  public AsyncQuery<T> pageSize(int items) {
    PagedQuery resized = query.pageSize(items);
    return new AsyncQuery<>(client, resized, whole, pages.of(resized));
  }

  /** For generated code: its filter discards what has expired, and nothing else. */
  public AsyncQuery<T> unselective() {
    PagedQuery known = query.unselective();
    return new AsyncQuery<>(client, known, whole, pages.of(known));
  }

  /** The same query with at most so many results in all, over all its pages. */
  public AsyncQuery<T> limit(int results) {
    return new AsyncQuery<>(client, query, whole, pages.limited(results));
  }

  /** The first page. */
  public CompletableFuture<Page<T>> page() {
    return reader().page(Pages.START);
  }

  /**
   * The page that a cursor points at; fails with {@link CursorException} if this query has not
   * given it.
   */
  public CompletableFuture<Page<T>> page(String cursor) {
    return reader().page(cursor);
  }

  /** The pages; each is read when a subscriber has asked for it. */
  public SdkPublisher<Page<T>> pages() {
    return reader().allPages();
  }

  /** The results; a page is read when a subscriber has asked for more than the last one had. */
  public SdkPublisher<T> items() {
    return reader().items().flatMapIterable(items -> items);
  }

  /** All results. */
  public CompletableFuture<List<T>> toList() {
    return Steps.gather(reader().items(), Pages.NO_LIMIT);
  }

  /** The first result, if there is one; reads no more pages than needed to find it. */
  public CompletableFuture<Optional<T>> first() {
    return Answer.to(limit(1).toList()).then(results -> results.stream().findFirst());
  }

  /**
   * The only result, if there is one; fails with {@link NotUniqueResultException} if there are
   * more.
   */
  public CompletableFuture<Optional<T>> single() {
    return Answer.to(limit(2).toList())
        .then(
            results -> {
              if (results.size() > 1) {
                throw new NotUniqueResultException(query.pattern());
              }
              return results.stream().findFirst();
            });
  }

  /** The request for the first page. */
  public QueryRequest request() {
    return query.from(Map.of(), pages.items(Pages.START));
  }

  private AsyncPageReader<T> reader() {
    return new AsyncPageReader<>(pages, this::send, whole);
  }

  private CompletableFuture<Response> send(
      Map<String, AttributeValue> startKey, OptionalInt items) {
    return Answer.to(client.query(query.from(startKey, items)))
        .then(response -> new Response(response.items(), response.lastEvaluatedKey()));
  }
}
