package dev.keyplan.support;

import dev.keyplan.support.CursorEncoding.Position;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Function;
import java.util.function.Predicate;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/**
 * The pages of a query or a scan: where each begins, and what becomes of its items. Immutable, and
 * sends nothing.
 *
 * @param isKnown what is not is left out
 * @param limit the most results in all
 */
record Pages<T>(
    PagedRequest request,
    Function<Map<String, AttributeValue>, T> read,
    Predicate<Map<String, AttributeValue>> isKnown,
    Cursors cursors,
    int limit) {
  static final int NO_LIMIT = Integer.MAX_VALUE;
  private static final int MOST_MISSES = 12;
  static final Position START = new Position(Map.of(), 0);

  Pages(
      PagedRequest request,
      Function<Map<String, AttributeValue>, T> read,
      Predicate<Map<String, AttributeValue>> isKnown,
      Cursors cursors) {
    this(request, read, isKnown, cursors, NO_LIMIT);
  }

  /** One page as DynamoDB gives it. */
  record Response(List<Map<String, AttributeValue>> items, Map<String, AttributeValue> lastKey) {
    boolean isLast() {
      return lastKey.isEmpty();
    }
  }

  /** The pages of another request. */
  Pages<T> of(PagedRequest other) {
    return new Pages<>(other, read, isKnown, cursors, limit);
  }

  Pages<T> limited(int results) {
    int lower = Math.min(limit, positive("limit", results));
    return new Pages<>(request, read, isKnown, cursors, lower);
  }

  static int positive(String name, int value) {
    if (value < 1) {
      throw new IllegalArgumentException("The " + name + " is " + value + ", which is less than 1");
    }
    return value;
  }

  /** How often in a row what was read had no result, as far as it matters. */
  static int misses(int before, boolean isMiss) {
    return isMiss ? Math.min(before + 1, MOST_MISSES) : 0;
  }

  /** A number of items to read that is doubled each time that so many had no result. */
  static int grown(int items, int misses) {
    return (int) Math.min((long) items << misses, Integer.MAX_VALUE);
  }

  /** Where the page begins that a cursor points at. */
  Position open(String cursor) {
    if (cursor == null) {
      throw new CursorException(null);
    }
    Position start = cursors.open(cursor, request.binding(limit));
    if (start.returned() >= limit) {
      throw new CursorException(null);
    }
    return start;
  }

  /** How many items to read for a page, if that is known. */
  OptionalInt items(Position start) {
    // With a filter, the number of items to read says nothing about the number of results.
    if (limit == NO_LIMIT || request.isFiltered()) {
      return request.pageSize();
    }
    int left = limit - start.returned();
    return OptionalInt.of(Math.min(left, request.pageSize().orElse(left)));
  }

  /** What a response adds to the results: with a filter, it may be more than the limit allows. */
  List<Map<String, AttributeValue>> wanted(Position start, Response response) {
    int left = limit - start.returned();
    return response.items().stream().filter(isKnown).limit(left).toList();
  }

  /** Where the next page begins; empty at the end. */
  Optional<Position> next(Position start, Response response, int results) {
    int returned = start.returned() + results;
    return response.isLast() || returned >= limit
        ? Optional.empty()
        : Optional.of(new Position(response.lastKey(), returned));
  }

  /** A page of these items. */
  Page<T> page(List<Map<String, AttributeValue>> items, Optional<Position> next) {
    return new Page<>(
        items.stream().map(read).toList(),
        next.map(position -> cursors.seal(position, request.binding(limit))));
  }
}
