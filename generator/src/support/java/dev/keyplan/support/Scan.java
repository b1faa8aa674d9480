package dev.keyplan.support;

import dev.keyplan.support.Pages.Response;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Stream;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.ScanRequest;
import software.amazon.awssdk.services.dynamodb.model.ScanResponse;

/**
 * A scan that is ready to run: it reads the whole table or index, in no order, and discards what is
 * not wanted. Immutable; nothing is sent before a page or a result is asked for.
 */
public final class Scan<T> {
  private final DynamoDbClient client;
  private final PagedScan scan;
  private final Pages<T> pages;
  private final Concurrency concurrency;

  /** For generated code. */
  public Scan(
      DynamoDbClient client,
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
  public Scan(
      DynamoDbClient client,
      String pattern,
      ScanRequest request,
      Function<Map<String, AttributeValue>, T> read,
      Predicate<Map<String, AttributeValue>> isKnown,
      Cursors cursors,
      Concurrency concurrency) {
    this(client, new PagedScan(pattern, request), read, isKnown, cursors, concurrency);
  }

  private Scan(
      DynamoDbClient client,
      PagedScan scan,
      Function<Map<String, AttributeValue>, T> read,
      Predicate<Map<String, AttributeValue>> isKnown,
      Cursors cursors,
      Concurrency concurrency) {
    this(client, scan, new Pages<>(scan, read, isKnown, cursors), concurrency);
  }

  private Scan(DynamoDbClient client, PagedScan scan, Pages<T> pages, Concurrency concurrency) {
    this.client = client;
    this.scan = scan;
    this.pages = pages;
    this.concurrency = concurrency;
  }

  /**
   * The same scan with another page size: the number of items DynamoDB reads for one page, most of
   * which may be discarded.
   */
  public Scan<T> pageSize(int items) {
    return with(scan.pageSize(items));
  }

  /** For generated code: it discards what has expired, and nothing else. */
  public Scan<T> unselective() {
    return with(scan.unselective());
  }

  /** The same scan with at most so many results in all, over all its pages. */
  public Scan<T> limit(int results) {
    return new Scan<>(client, scan, pages.limited(results), concurrency);
  }

  /**
   * One of several parts, which can be scanned by themselves; together they are the whole.
   *
   * @param segment counted from 0
   * @param total how many parts there are
   */
  public Scan<T> segment(int segment, int total) {
    return with(scan.segment(segment, total));
  }

  /** The first page. */
  public Page<T> page() {
    return reader().page(Pages.START);
  }

  /**
   * The page that a cursor points at.
   *
   * @throws CursorException if the cursor is not one that this scan gave
   */
  public Page<T> page(String cursor) {
    return reader().page(pages.open(cursor));
  }

  /** All results; each page is read when the stream reaches it. */
  public Stream<T> stream() {
    return reader().stream();
  }

  /**
   * All results, of so many segments at the same time as {@link Concurrency} allows. Each reads a
   * page when the stream has reached the end of those before.
   *
   * @param segments how many parts the whole is read in
   */
  public Stream<T> stream(int segments) {
    List<PagedScan> parts = scan.segments(segments);
    int atOnce = concurrency.blockingRequests();
    return ItemIterator.stream(() -> new Results(new Segments<>(parts, pages, atOnce)));
  }

  /** Some result, if there is one; reads no more pages than needed to find it. */
  public Optional<T> first() {
    return limit(1).stream().findFirst();
  }

  /** The request for the first page. */
  public ScanRequest request() {
    return scan.from(Map.of(), pages.items(Pages.START));
  }

  private Scan<T> with(PagedScan changed) {
    return new Scan<>(client, changed, pages.of(changed), concurrency);
  }

  private PageReader<T> reader() {
    return new PageReader<>(pages, this::send, items -> items);
  }

  /** Sends the next round when the results of the last one are used up. */
  private final class Results extends ItemIterator<T> {
    private final Segments<T> all;

    Results(Segments<T> all) {
      super(pages.read());
      this.all = all;
    }

    @Override
    Optional<Map<String, AttributeValue>> take() {
      all.send(concurrency, client::scan);
      return all.take();
    }
  }

  private Response send(Map<String, AttributeValue> startKey, OptionalInt items) {
    ScanResponse response = client.scan(scan.from(startKey, items));
    return new Response(response.items(), response.lastEvaluatedKey());
  }
}
