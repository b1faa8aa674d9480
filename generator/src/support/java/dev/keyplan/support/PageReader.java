package dev.keyplan.support;

import dev.keyplan.support.CursorEncoding.Position;
import dev.keyplan.support.Pages.Response;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Spliterator;
import java.util.Spliterators;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/**
 * Reads pages one after another.
 *
 * @param whole exchanges index entries for items
 */
record PageReader<T>(
    Pages<T> pages, Sender sender, UnaryOperator<List<Map<String, AttributeValue>>> whole) {

  /** Sends the request. */
  interface Sender {
    /**
     * Sends it from a place on.
     *
     * @param startKey empty at the beginning
     * @param items how many to read at most, if that is known
     */
    Response send(Map<String, AttributeValue> startKey, OptionalInt items);
  }

  Page<T> page(Position start) {
    Response response = sender.send(start.startKey(), pages.items(start));
    List<Map<String, AttributeValue>> items = whole.apply(pages.wanted(start, response));
    return pages.page(items, pages.next(start, response, items.size()));
  }

  Stream<T> stream() {
    return StreamSupport.stream(
        () -> Spliterators.spliteratorUnknownSize(new Items(), Spliterator.ORDERED),
        Spliterator.ORDERED,
        false);
  }

  /** Reads the next page when the last one is used up. */
  private final class Items implements Iterator<T> {
    private Iterator<Map<String, AttributeValue>> items =
        List.<Map<String, AttributeValue>>of().iterator();
    private Optional<Position> next = Optional.of(Pages.START);

    @Override
    public boolean hasNext() {
      while (!items.hasNext() && next.isPresent()) {
        Position start = next.get();
        Response response = sender.send(start.startKey(), pages.items(start));
        List<Map<String, AttributeValue>> read = whole.apply(pages.wanted(start, response));
        items = read.iterator();
        next = pages.next(start, response, read.size());
      }
      return items.hasNext();
    }

    @Override
    public T next() {
      if (!hasNext()) {
        throw new NoSuchElementException();
      }
      return pages.read().apply(items.next());
    }
  }
}
