package dev.keyplan.support;

import dev.keyplan.support.Pages.Response;
import dev.keyplan.support.Steps.Step;
import dev.keyplan.support.internal.Answer;
import dev.keyplan.support.internal.AsyncRounds;
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
import software.amazon.awssdk.services.dynamodb.model.ScanRequest;

/**
 * A scan that is ready to run: it reads the whole table or index, in no order, and discards what is
 * not wanted. Immutable; nothing is sent before a page or a result is asked for.
 */
public final class AsyncScan<T> {
  private final DynamoDbAsyncClient client;
  private final PagedScan scan;
  private final Pages<T> pages;
  private final Concurrency concurrency;

  /** For generated code. */
  public AsyncScan(
      DynamoDbAsyncClient client,
      String pattern,
      ScanRequest request,
      Function<Map<String, AttributeValue>, T> read,
      Cursors cursors,
      Concurrency concurrency) {
    this(client, pattern, request, read, item -> true, cursors, concurrency);
  }

  /**
   * For generated code.
   *
   * @param isKnown whether an item is one of the entities; others are left out
   */
  public AsyncScan(
      DynamoDbAsyncClient client,
      String pattern,
      ScanRequest request,
      Function<Map<String, AttributeValue>, T> read,
      Predicate<Map<String, AttributeValue>> isKnown,
      Cursors cursors,
      Concurrency concurrency) {
    this(client, new PagedScan(pattern, request), read, isKnown, cursors, concurrency);
  }

  private AsyncScan(
      DynamoDbAsyncClient client,
      PagedScan scan,
      Function<Map<String, AttributeValue>, T> read,
      Predicate<Map<String, AttributeValue>> isKnown,
      Cursors cursors,
      Concurrency concurrency) {
    this(client, scan, new Pages<>(scan, read, isKnown, cursors), concurrency);
  }

  private AsyncScan(
      DynamoDbAsyncClient client, PagedScan scan, Pages<T> pages, Concurrency concurrency) {
    this.client = client;
    this.scan = scan;
    this.pages = pages;
    this.concurrency = concurrency;
  }

  /**
   * The same scan with another page size: the number of items DynamoDB reads for one page, most of
   * which may be discarded.
   */
  public AsyncScan<T> pageSize(int items) {
    return with(scan.pageSize(items));
  }

  /** For generated code: it discards what has expired, and nothing else. */
  public AsyncScan<T> unselective() {
    return with(scan.unselective());
  }

  /** The same scan with at most so many results in all, over all its pages. */
  public AsyncScan<T> limit(int results) {
    return new AsyncScan<>(client, scan, pages.limited(results), concurrency);
  }

  /**
   * One of several parts, which can be scanned at the same time; together they are the whole.
   *
   * @param segment counted from 0
   * @param total how many parts there are
   */
  public AsyncScan<T> segment(int segment, int total) {
    return with(scan.segment(segment, total));
  }

  /** The first page. */
  public CompletableFuture<Page<T>> page() {
    return reader().page(Pages.START);
  }

  /**
   * The page that a cursor points at; fails with {@link CursorException} if this scan has not given
   * it.
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

  /**
   * The results, of so many segments at the same time as {@link Concurrency} allows. Each reads a
   * page when a subscriber has asked for more than those before had.
   *
   * @param segments how many parts the whole is read in
   */
  public SdkPublisher<T> items(int segments) {
    return segments(segments).flatMapIterable(items -> items);
  }

  /**
   * All results, of so many segments at the same time as {@link Concurrency} allows.
   *
   * @param segments how many parts the whole is read in
   */
  public CompletableFuture<List<T>> toList(int segments) {
    return Steps.gather(segments(segments), Pages.NO_LIMIT);
  }

  /** All results. */
  public CompletableFuture<List<T>> toList() {
    return Steps.gather(reader().items(), Pages.NO_LIMIT);
  }

  /** Some result, if there is one; reads no more pages than needed to find it. */
  public CompletableFuture<Optional<T>> first() {
    return Answer.to(limit(1).toList()).then(results -> results.stream().findFirst());
  }

  /** The request for the first page. */
  public ScanRequest request() {
    return scan.from(Map.of(), pages.items(Pages.START));
  }

  private AsyncScan<T> with(PagedScan changed) {
    return new AsyncScan<>(client, changed, pages.of(changed), concurrency);
  }

  private Steps<Segments<T>, List<T>> segments(int total) {
    List<PagedScan> parts = scan.segments(total);
    return new Steps<>(
        () -> new Segments<>(parts, pages, concurrency.requests()),
        segments ->
            Answer.to(AsyncRounds.send(segments, concurrency, client::scan))
                .then(done -> step(segments)));
  }

  /** What the last rounds have read; what cannot be read comes behind what can. */
  private Step<Segments<T>, List<T>> step(Segments<T> segments) {
    Decoded<T> decoded = Decoded.of(segments.takeAll(), pages.read());
    return new Step<>(
        decoded.items(),
        segments.isLast() ? Optional.empty() : Optional.of(segments),
        decoded.failure());
  }

  private AsyncPageReader<T> reader() {
    return new AsyncPageReader<>(pages, this::send, CompletableFuture::completedFuture);
  }

  private CompletableFuture<Response> send(
      Map<String, AttributeValue> startKey, OptionalInt items) {
    return Answer.to(client.scan(scan.from(startKey, items)))
        .then(response -> new Response(response.items(), response.lastEvaluatedKey()));
  }
}
