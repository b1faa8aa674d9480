// Copied by Keyplan. Do not edit.
package com.cruddur.support;

import com.cruddur.support.CursorEncoding.Position;
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
import software.amazon.awssdk.services.dynamodb.model.QueryResponse;

/**
 * A query that is ready to run. Immutable; nothing is sent before a page or a result is asked for.
 */
public final class Query<T> {
  private static final int NO_LIMIT = Integer.MAX_VALUE;
  private static final Position START = new Position(Map.of(), 0);

  private final DynamoDbClient client;
  private final String pattern;
  private final QueryRequest request;
  private final Function<Map<String, AttributeValue>, T> read;
  private final Cursors cursors;
  private final int limit;

  /** For generated code. */
  public Query(
      DynamoDbClient client,
      String pattern,
      QueryRequest request,
      Function<Map<String, AttributeValue>, T> read,
      Cursors cursors) {
    this(client, pattern, request, read, cursors, NO_LIMIT);
  }

  private Query(
      DynamoDbClient client,
      String pattern,
      QueryRequest request,
      Function<Map<String, AttributeValue>, T> read,
      Cursors cursors,
      int limit) {
    this.client = client;
    this.pattern = pattern;
    this.request = request;
    this.read = read;
    this.cursors = cursors;
    this.limit = limit;
  }

  /**
   * The same query with another page size: the number of items DynamoDB reads for one page. A
   * filter discards some of them, so that a page may be short, or empty.
   */
  public Query<T> pageSize(int items) {
    QueryRequest resized = request.toBuilder().limit(positive("page size", items)).build();
    return new Query<>(client, pattern, resized, read, cursors, limit);
  }

  /** The same query with at most so many results in all, over all its pages. */
  public Query<T> limit(int results) {
    int lower = Math.min(limit, positive("limit", results));
    return new Query<>(client, pattern, request, read, cursors, lower);
  }

  /** The first page. */
  public Page<T> page() {
    return page(START);
  }

  /**
   * The page that a cursor points at.
   *
   * @throws CursorException if the cursor is not one that this query gave
   */
  public Page<T> page(String cursor) {
    if (cursor == null) {
      throw new CursorException(null);
    }
    Position start = cursors.open(cursor, binding());
    if (start.returned() >= limit) {
      throw new CursorException(null);
    }
    return page(start);
  }

  /** All results; each page is read when the stream reaches it. */
  public Stream<T> stream() {
    return StreamSupport.stream(
        () -> Spliterators.spliteratorUnknownSize(new Results(), Spliterator.ORDERED),
        Spliterator.ORDERED,
        false);
  }

  /** The first result, if there is one; reads no more pages than needed to find it. */
  public Optional<T> first() {
    return (isFiltered() ? this : pageSize(1)).stream().findFirst();
  }

  /**
   * The only result, if there is one.
   *
   * @throws NotUniqueResultException if there are more
   */
  public Optional<T> single() {
    List<T> results = (isFiltered() ? this : pageSize(2)).stream().limit(2).toList();
    if (results.size() > 1) {
      throw new NotUniqueResultException(pattern);
    }
    return results.stream().findFirst();
  }

  /** The request for the first page. */
  public QueryRequest request() {
    return request(START);
  }

  private Page<T> page(Position start) {
    QueryResponse response = client.query(request(start));
    List<T> items = results(start, response).stream().map(read).toList();
    int returned = start.returned() + items.size();
    if (!hasMore(response) || returned >= limit) {
      return new Page<>(items, Optional.empty());
    }
    Position end = new Position(response.lastEvaluatedKey(), returned);
    return new Page<>(items, Optional.of(cursors.seal(end, binding())));
  }

  private QueryRequest request(Position start) {
    QueryRequest.Builder next = request.toBuilder();
    // With a filter, the number of items to read says nothing about the number of results.
    if (limit != NO_LIMIT && !isFiltered()) {
      int left = limit - start.returned();
      next.limit(request.limit() == null ? left : Math.min(request.limit(), left));
    }
    if (!start.startKey().isEmpty()) {
      next.exclusiveStartKey(start.startKey());
    }
    return next.build();
  }

  /** What a response adds to the results: with a filter, it may be more than the limit allows. */
  private List<Map<String, AttributeValue>> results(Position start, QueryResponse response) {
    int left = limit - start.returned();
    return response.items().subList(0, Math.min(left, response.items().size()));
  }

  private boolean isFiltered() {
    return request.filterExpression() != null;
  }

  private byte[] binding() {
    return CursorEncoding.binding(pattern, request, limit);
  }

  private static boolean hasMore(QueryResponse response) {
    return response.hasLastEvaluatedKey() && !response.lastEvaluatedKey().isEmpty();
  }

  private static int positive(String name, int value) {
    if (value < 1) {
      throw new IllegalArgumentException("The " + name + " is " + value + ", which is less than 1");
    }
    return value;
  }

  /** Reads the next page when the last one is used up. */
  private final class Results implements Iterator<T> {
    private Iterator<Map<String, AttributeValue>> items =
        List.<Map<String, AttributeValue>>of().iterator();
    private Position next = START;
    private boolean isLast;

    @Override
    public boolean hasNext() {
      while (!items.hasNext() && !isLast) {
        QueryResponse response = client.query(request(next));
        List<Map<String, AttributeValue>> results = results(next, response);
        items = results.iterator();
        next = new Position(response.lastEvaluatedKey(), next.returned() + results.size());
        isLast = !hasMore(response) || next.returned() >= limit;
      }
      return items.hasNext();
    }

    @Override
    public T next() {
      if (!hasNext()) {
        throw new NoSuchElementException();
      }
      return read.apply(items.next());
    }
  }
}
