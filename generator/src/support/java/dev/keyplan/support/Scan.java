package dev.keyplan.support;

import dev.keyplan.support.Pages.Response;
import dev.keyplan.support.Pages.Results;
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
  private final String pattern;
  private final ScanRequest request;
  private final Results<T> results;
  private final Cursors cursors;
  private final int limit;

  /** For generated code. */
  public Scan(
      DynamoDbClient client,
      String pattern,
      ScanRequest request,
      Function<Map<String, AttributeValue>, T> read,
      Cursors cursors) {
    this(client, pattern, request, new Results<>(read), cursors, Pages.NO_LIMIT);
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
      Cursors cursors) {
    this(client, pattern, request, new Results<>(read, isKnown), cursors, Pages.NO_LIMIT);
  }

  private Scan(
      DynamoDbClient client,
      String pattern,
      ScanRequest request,
      Results<T> results,
      Cursors cursors,
      int limit) {
    this.client = client;
    this.pattern = pattern;
    this.request = request;
    this.results = results;
    this.cursors = cursors;
    this.limit = limit;
  }

  /**
   * The same scan with another page size: the number of items DynamoDB reads for one page, most of
   * which may be discarded.
   */
  public Scan<T> pageSize(int items) {
    return with(request.toBuilder().limit(Pages.positive("page size", items)).build());
  }

  /** The same scan with at most so many results in all, over all its pages. */
  public Scan<T> limit(int results) {
    int lower = Math.min(limit, Pages.positive("limit", results));
    return new Scan<>(client, pattern, request, this.results, cursors, lower);
  }

  /**
   * One of several parts, which threads can scan at the same time; together they are the whole.
   *
   * @param segment counted from 0
   * @param total how many parts there are
   */
  public Scan<T> segment(int segment, int total) {
    if (segment < 0 || segment >= Pages.positive("number of segments", total)) {
      throw new IllegalArgumentException(
          "The segment is " + segment + ", but of " + total + " the first is 0");
    }
    return with(request.toBuilder().segment(segment).totalSegments(total).build());
  }

  /** The first page. */
  public Page<T> page() {
    return pages().first();
  }

  /**
   * The page that a cursor points at.
   *
   * @throws CursorException if the cursor is not one that this scan gave
   */
  public Page<T> page(String cursor) {
    return pages().at(cursor);
  }

  /** All results; each page is read when the stream reaches it. */
  public Stream<T> stream() {
    return pages().stream();
  }

  /** Some result, if there is one; reads no more pages than needed to find it. */
  public Optional<T> first() {
    return stream().findFirst();
  }

  /** The request for the first page. */
  public ScanRequest request() {
    return request(Map.of(), pages().items());
  }

  private Scan<T> with(ScanRequest changed) {
    return new Scan<>(client, pattern, changed, results, cursors, limit);
  }

  private ScanRequest request(Map<String, AttributeValue> startKey, OptionalInt items) {
    ScanRequest.Builder next = request.toBuilder();
    items.ifPresent(next::limit);
    if (!startKey.isEmpty()) {
      next.exclusiveStartKey(startKey);
    }
    return next.build();
  }

  private Pages<T> pages() {
    return new Pages<>(new Source(), results, cursors, limit);
  }

  private final class Source implements Pages.Source {
    @Override
    public Response send(Map<String, AttributeValue> startKey, OptionalInt items) {
      ScanResponse response = client.scan(request(startKey, items));
      return new Response(response.items(), response.lastEvaluatedKey());
    }

    @Override
    public OptionalInt pageSize() {
      return request.limit() == null ? OptionalInt.empty() : OptionalInt.of(request.limit());
    }

    @Override
    public boolean isFiltered() {
      return request.filterExpression() != null;
    }

    @Override
    public byte[] binding() {
      return CursorEncoding.binding(pattern, request, limit);
    }
  }
}
