package dev.keyplan.support;

import dev.keyplan.support.CursorEncoding.Position;
import dev.keyplan.support.internal.Yield;
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

  /** How many items to read for a page of its own, if that is known. */
  OptionalInt items(Position start) {
    // Where any number is discarded, that of the results says nothing about that of the items.
    return request.isSelective() ? request.pageSize() : items(left(start), Yield.FULL);
  }

  /**
   * The same where pages are read until there are enough results, however they are spread.
   *
   * @param wanted how many results
   */
  OptionalInt items(int wanted, Yield yield) {
    if (wanted == NO_LIMIT) {
      return request.pageSize();
    }
    int items = yield.items(wanted);
    return OptionalInt.of(Math.min(items, request.pageSize().orElse(items)));
  }

  /** What is known of the pages before any is read. */
  Yield firstYield() {
    return firstYield(limit);
  }

  /**
   * The same where the first request is for a part of the results.
   *
   * @param wanted how many
   */
  Yield firstYield(int wanted) {
    return request.isSelective() ? Yield.unknown(wanted) : Yield.FULL;
  }

  /** How many results there may still be. */
  int left(Position start) {
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
    private Yield yield = Yield.FULL;

    private Exchange(List<Map<String, AttributeValue>> entries, int wanted) {
      this.left = entries;
      this.wanted = wanted;
    }

    boolean isDone() {
      return left.isEmpty() || items.size() >= wanted;
    }

    /** Those to exchange next: more where it seems that there is little behind them. */
    List<Map<String, AttributeValue>> next() {
      int most = Math.min(yield.items(wanted - items.size()), left.size());
      List<Map<String, AttributeValue>> next = left.subList(0, most);
      left = left.subList(most, left.size());
      return next;
    }

    void add(List<Map<String, AttributeValue>> found) {
      yield = yield.after(found.size(), wanted - items.size());
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
