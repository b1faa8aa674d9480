// Copied by Keyplan. Do not edit.
package com.cruddur.support;

import com.cruddur.support.CursorEncoding.Position;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Spliterator;
import java.util.Spliterators;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** What a query and a scan have in common: one page after another, up to a limit. Immutable. */
final class Pages<T> {
  static final int NO_LIMIT = Integer.MAX_VALUE;
  private static final Position START = new Position(Map.of(), 0);

  private final Source source;
  private final Results<T> results;
  private final Cursors cursors;
  private final int limit;

  /**
   * @param limit the most results in all
   */
  Pages(Source source, Results<T> results, Cursors cursors, int limit) {
    this.source = source;
    this.results = results;
    this.cursors = cursors;
    this.limit = limit;
  }

  /** What is asked for. */
  interface Source {
    /**
     * Sends the request.
     *
     * @param startKey empty at the beginning
     * @param items how many to read at most, if that is known
     */
    Response send(Map<String, AttributeValue> startKey, OptionalInt items);

    /** The number of items to read for one page, if it is set. */
    OptionalInt pageSize();

    /** Whether some of what is read is discarded. */
    boolean isFiltered();

    /** Everything that the results depend on. */
    byte[] binding();
  }

  /** One page as DynamoDB gives it. */
  record Response(List<Map<String, AttributeValue>> items, Map<String, AttributeValue> lastKey) {
    boolean isLast() {
      return lastKey.isEmpty();
    }
  }

  /**
   * What becomes of items.
   *
   * @param whole exchanges index entries for items
   * @param isKnown what is not is left out
   */
  record Results<T>(
      Function<Map<String, AttributeValue>, T> read,
      UnaryOperator<List<Map<String, AttributeValue>>> whole,
      Predicate<Map<String, AttributeValue>> isKnown) {
    Results(
        Function<Map<String, AttributeValue>, T> read,
        UnaryOperator<List<Map<String, AttributeValue>>> whole) {
      this(read, whole, item -> true);
    }

    Results(
        Function<Map<String, AttributeValue>, T> read,
        Predicate<Map<String, AttributeValue>> isKnown) {
      this(read, items -> items, isKnown);
    }

    Results(Function<Map<String, AttributeValue>, T> read) {
      this(read, items -> items, item -> true);
    }
  }

  Page<T> first() {
    return page(START);
  }

  Page<T> at(String cursor) {
    if (cursor == null) {
      throw new CursorException(null);
    }
    Position start = cursors.open(cursor, source.binding());
    if (start.returned() >= limit) {
      throw new CursorException(null);
    }
    return page(start);
  }

  Stream<T> stream() {
    return StreamSupport.stream(
        () -> Spliterators.spliteratorUnknownSize(new Cursor(), Spliterator.ORDERED),
        Spliterator.ORDERED,
        false);
  }

  /** How many items to read for the first page. */
  OptionalInt items() {
    return items(START);
  }

  static int positive(String name, int value) {
    if (value < 1) {
      throw new IllegalArgumentException("The " + name + " is " + value + ", which is less than 1");
    }
    return value;
  }

  private Page<T> page(Position start) {
    Response response = source.send(start.startKey(), items(start));
    List<T> items = wanted(start, response).stream().map(results.read()).toList();
    int returned = start.returned() + items.size();
    if (response.isLast() || returned >= limit) {
      return new Page<>(items, Optional.empty());
    }
    Position end = new Position(response.lastKey(), returned);
    return new Page<>(items, Optional.of(cursors.seal(end, source.binding())));
  }

  private OptionalInt items(Position start) {
    // With a filter, the number of items to read says nothing about the number of results.
    if (limit == NO_LIMIT || source.isFiltered()) {
      return source.pageSize();
    }
    int left = limit - start.returned();
    return OptionalInt.of(Math.min(left, source.pageSize().orElse(left)));
  }

  /** What a response adds to the results: with a filter, it may be more than the limit allows. */
  private List<Map<String, AttributeValue>> wanted(Position start, Response response) {
    int left = limit - start.returned();
    return results
        .whole()
        .apply(response.items().stream().filter(results.isKnown()).limit(left).toList());
  }

  /** Reads the next page when the last one is used up. */
  private final class Cursor implements Iterator<T> {
    private Iterator<Map<String, AttributeValue>> items =
        List.<Map<String, AttributeValue>>of().iterator();
    private Position next = START;
    private boolean isLast;

    @Override
    public boolean hasNext() {
      while (!items.hasNext() && !isLast) {
        Response response = source.send(next.startKey(), items(next));
        List<Map<String, AttributeValue>> wanted = wanted(next, response);
        items = wanted.iterator();
        next = new Position(response.lastKey(), next.returned() + wanted.size());
        isLast = response.isLast() || next.returned() >= limit;
      }
      return items.hasNext();
    }

    @Override
    public T next() {
      if (!hasNext()) {
        throw new NoSuchElementException();
      }
      return results.read().apply(items.next());
    }
  }
}
