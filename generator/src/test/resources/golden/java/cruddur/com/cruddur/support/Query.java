// Copied by Keyplan. Do not edit.
package com.cruddur.support;

import com.cruddur.support.Pages.Response;
import com.cruddur.support.internal.KeyConditions;
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
  private final PagedQuery query;
  private final UnaryOperator<List<Map<String, AttributeValue>>> whole;
  private final Pages<T> pages;

  /** For generated code. */
  public Query(
      DynamoDbClient client,
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
  public Query(
      DynamoDbClient client,
      String pattern,
      QueryRequest request,
      UnaryOperator<List<Map<String, AttributeValue>>> whole,
      Function<Map<String, AttributeValue>, T> read,
      Cursors cursors) {
    this(client, pattern, request, whole, read, item -> true, cursors);
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
    this(client, new PagedQuery(pattern, request), items -> items, read, isKnown, cursors);
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
        new PagedQuery(pattern, request),
        // An index is behind its table: its entries may be of items that have another key by now.
        wanted(whole, KeyConditions.of(request).and(isKnown)),
        read,
        // An entry need not show what its item is.
        entry -> true,
        cursors);
  }

  private static UnaryOperator<List<Map<String, AttributeValue>>> wanted(
      UnaryOperator<List<Map<String, AttributeValue>>> whole,
      Predicate<Map<String, AttributeValue>> isWanted) {
    return entries -> whole.apply(entries).stream().filter(isWanted).toList();
  }

  private Query(
      DynamoDbClient client,
      PagedQuery query,
      UnaryOperator<List<Map<String, AttributeValue>>> whole,
      Function<Map<String, AttributeValue>, T> read,
      Predicate<Map<String, AttributeValue>> isKnown,
      Cursors cursors) {
    this(client, query, whole, new Pages<>(query, read, isKnown, cursors));
  }

  private Query(
      DynamoDbClient client,
      PagedQuery query,
      UnaryOperator<List<Map<String, AttributeValue>>> whole,
      Pages<T> pages) {
    this.client = client;
    this.query = query;
    this.whole = whole;
    this.pages = pages;
  }

  /**
   * The same query with another page size: the number of items DynamoDB reads for one page. A
   * filter discards some of them, so that a page may be short, or empty.
   */
  public Query<T> pageSize(int items) {
    PagedQuery resized = query.pageSize(items);
    return new Query<>(client, resized, whole, pages.of(resized));
  }

  /** For generated code: its filter discards what has expired, and nothing else. */
  public Query<T> unselective() {
    PagedQuery known = query.unselective();
    return new Query<>(client, known, whole, pages.of(known));
  }

  /** The same query with at most so many results in all, over all its pages. */
  public Query<T> limit(int results) {
    return new Query<>(client, query, whole, pages.limited(results));
  }

  /** The first page. */
  public Page<T> page() {
    return reader().page(Pages.START);
  }

  /**
   * The page that a cursor points at.
   *
   * @throws CursorException if the cursor is not one that this query gave
   */
  public Page<T> page(String cursor) {
    return reader().page(pages.open(cursor));
  }

  /** All results; each page is read when the stream reaches it. */
  public Stream<T> stream() {
    return reader().stream();
  }

  /** The first result, if there is one; reads no more pages than needed to find it. */
  public Optional<T> first() {
    return limit(1).stream().findFirst();
  }

  /**
   * The only result, if there is one.
   *
   * @throws NotUniqueResultException if there are more
   */
  public Optional<T> single() {
    List<T> results = limit(2).stream().toList();
    if (results.size() > 1) {
      throw new NotUniqueResultException(query.pattern());
    }
    return results.stream().findFirst();
  }

  /** The request for the first page. */
  public QueryRequest request() {
    return query.from(Map.of(), pages.items(Pages.START));
  }

  private PageReader<T> reader() {
    return new PageReader<>(pages, this::send, whole);
  }

  private Response send(Map<String, AttributeValue> startKey, OptionalInt items) {
    QueryResponse response = client.query(query.from(startKey, items));
    return new Response(response.items(), response.lastEvaluatedKey());
  }
}
