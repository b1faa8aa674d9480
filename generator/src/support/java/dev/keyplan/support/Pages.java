package dev.keyplan.support;

import dev.keyplan.support.CursorEncoding.Position;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Stream;
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

  /** Whether there are as many results as there may be. */
  static boolean isEnough(int returned, int limit) {
    return limit != NO_LIMIT && returned >= limit;
  }

  /** How many there were with these; who counts up to no limit may well lose count. */
  static int sum(int returned, int more) {
    return (int) Math.min((long) returned + more, Integer.MAX_VALUE);
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
    if (isEnough(start.returned(), limit)) {
      throw new CursorException(null);
    }
    return start;
  }

  /** How many items to read for a page, if that is known. */
  OptionalInt items(Position start) {
    return items(start, 0);
  }

  /**
   * The same where all pages are read one after the other, and results are all that counts.
   *
   * @param misses how many pages in a row had no result
   */
  OptionalInt items(Position start, int misses) {
    // With a filter, the number of items to read says nothing about the number of results.
    if (limit == NO_LIMIT || request.isFiltered()) {
      return request.pageSize();
    }
    int items = grown(left(start), misses);
    return OptionalInt.of(Math.min(items, request.pageSize().orElse(items)));
  }

  /** How many results there may still be. */
  private int left(Position start) {
    return limit == NO_LIMIT ? NO_LIMIT : limit - start.returned();
  }

  /** What a response adds to the results: it may have more than the limit allows. */
  List<Map<String, AttributeValue>> wanted(Position start, Response response) {
    return known(response).limit(left(start)).toList();
  }

  private Stream<Map<String, AttributeValue>> known(Response response) {
    return response.items().stream().filter(isKnown);
  }

  /** The same where the items of a response are index entries, and only some of them have items. */
  Exchange exchange(Position start, Response response) {
    return new Exchange(known(response).toList(), left(start));
  }

  /** Index entries that are exchanged for items, until there are as many as are wanted. */
  static final class Exchange {
    private final List<Map<String, AttributeValue>> items = new ArrayList<>();
    private final int wanted;
    private List<Map<String, AttributeValue>> left;
    private int rounds;

    private Exchange(List<Map<String, AttributeValue>> entries, int wanted) {
      this.left = entries;
      this.wanted = wanted;
    }

    boolean isDone() {
      return left.isEmpty() || items.size() >= wanted;
    }

    /** Those to exchange next: more each time, as it seems that there is little behind them. */
    List<Map<String, AttributeValue>> next() {
      int most = Math.min(grown(wanted - items.size(), rounds++), left.size());
      List<Map<String, AttributeValue>> next = left.subList(0, most);
      left = left.subList(most, left.size());
      return next;
    }

    void add(List<Map<String, AttributeValue>> found) {
      items.addAll(found);
    }

    List<Map<String, AttributeValue>> items() {
      return List.copyOf(items.subList(0, Math.min(wanted, items.size())));
    }
  }

  /** Where the next page begins; empty at the end. */
  Optional<Position> next(Position start, Response response, int results) {
    int returned = sum(start.returned(), results);
    return response.isLast() || isEnough(returned, limit)
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
