// Copied by Keyplan. Do not edit.
package com.cruddur.support;

import com.cruddur.support.Pages.Response;
import com.cruddur.support.Pages.Results;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.QueryRequest;
import software.amazon.awssdk.services.dynamodb.model.QueryResponse;

/**
 * A query that is ready to run. Immutable; nothing is sent before a page or a result is asked for.
 */
public final class Query<T> {
  private final DynamoDbClient client;
  private final String pattern;
  private final QueryRequest request;
  private final Results<T> results;
  private final Cursors cursors;
  private final int limit;

  /** For generated code. */
  public Query(
      DynamoDbClient client,
      String pattern,
      QueryRequest request,
      Function<Map<String, AttributeValue>, T> read,
      Cursors cursors) {
    this(client, pattern, request, new Results<>(read), cursors, Pages.NO_LIMIT);
  }

  /**
   * For generated code.
   *
   * @param whole exchanges index entries for items
   */
  public Query(
      DynamoDbClient client,
      String pattern,
      QueryRequest request,
      UnaryOperator<List<Map<String, AttributeValue>>> whole,
      Function<Map<String, AttributeValue>, T> read,
      Cursors cursors) {
    this(client, pattern, request, new Results<>(read, whole), cursors, Pages.NO_LIMIT);
  }

  /**
   * For generated code.
   *
   * @param isKnown whether an item is one of the entities; others are left out
   */
  public Query(
      DynamoDbClient client,
      String pattern,
      QueryRequest request,
      Function<Map<String, AttributeValue>, T> read,
      Predicate<Map<String, AttributeValue>> isKnown,
      Cursors cursors) {
    this(client, pattern, request, new Results<>(read, isKnown), cursors, Pages.NO_LIMIT);
  }

  /**
   * For generated code.
   *
   * @param whole exchanges index entries for items
   * @param isKnown whether an item is one of the entities; others are left out
   */
  public Query(
      DynamoDbClient client,
      String pattern,
      QueryRequest request,
      UnaryOperator<List<Map<String, AttributeValue>>> whole,
      Function<Map<String, AttributeValue>, T> read,
      Predicate<Map<String, AttributeValue>> isKnown,
      Cursors cursors) {
    this(
        client,
        pattern,
        request,
        // An entry need not show what its item is.
        new Results<>(
            read, entries -> whole.apply(entries).stream().filter(isKnown).toList(), entry -> true),
        cursors,
        Pages.NO_LIMIT);
  }

  private Query(
      DynamoDbClient client,
      String pattern,
      QueryRequest request,
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
   * The same query with another page size: the number of items DynamoDB reads for one page. A
   * filter discards some of them, so that a page may be short, or empty.
   */
  public Query<T> pageSize(int items) {
    QueryRequest resized = request.toBuilder().limit(Pages.positive("page size", items)).build();
    return new Query<>(client, pattern, resized, results, cursors, limit);
  }

  /** The same query with at most so many results in all, over all its pages. */
  public Query<T> limit(int results) {
    int lower = Math.min(limit, Pages.positive("limit", results));
    return new Query<>(client, pattern, request, this.results, cursors, lower);
  }

  /** The first page. */
  public Page<T> page() {
    return pages().first();
  }

  /**
   * The page that a cursor points at.
   *
   * @throws CursorException if the cursor is not one that this query gave
   */
  public Page<T> page(String cursor) {
    return pages().at(cursor);
  }

  /** All results; each page is read when the stream reaches it. */
  public Stream<T> stream() {
    return pages().stream();
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
    return request(Map.of(), pages().items());
  }

  private QueryRequest request(Map<String, AttributeValue> startKey, OptionalInt items) {
    QueryRequest.Builder next = request.toBuilder();
    items.ifPresent(next::limit);
    if (!startKey.isEmpty()) {
      next.exclusiveStartKey(startKey);
    }
    return next.build();
  }

  private boolean isFiltered() {
    return request.filterExpression() != null;
  }

  private Pages<T> pages() {
    return new Pages<>(new Source(), results, cursors, limit);
  }

  private final class Source implements Pages.Source {
    @Override
    public Response send(Map<String, AttributeValue> startKey, OptionalInt items) {
      QueryResponse response = client.query(request(startKey, items));
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
