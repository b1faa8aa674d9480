package dev.keyplan.support;

import dev.keyplan.support.CursorEncoding.Position;
import dev.keyplan.support.Pages.Exchange;
import dev.keyplan.support.Pages.Response;
import dev.keyplan.support.internal.Yield;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
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
    List<Map<String, AttributeValue>> items = items(start, response);
    return pages.page(items, pages.next(start, response, items.size()));
  }

  private List<Map<String, AttributeValue>> items(Position start, Response response) {
    Exchange exchange = pages.exchange(start, response);
    while (!exchange.isDone()) {
      exchange.add(whole.apply(exchange.next()));
    }
    return exchange.items();
  }

  Stream<T> stream() {
    return ItemIterator.stream(Items::new);
  }

  /** Reads the next page when the last one is used up. */
  private final class Items extends ItemIterator<T> {
    private Iterator<Map<String, AttributeValue>> items =
        List.<Map<String, AttributeValue>>of().iterator();
    private Optional<Position> next = Optional.of(Pages.START);
    private Yield yield = pages.firstYield();

    Items() {
      super(pages.read());
    }

    @Override
    Optional<Map<String, AttributeValue>> take() {
      while (!items.hasNext() && next.isPresent()) {
        Position start = next.get();
        int wanted = pages.left(start);
        Response response = sender.send(start.startKey(), pages.items(wanted, yield));
        List<Map<String, AttributeValue>> read = items(start, response);
        yield = yield.after(read.size(), wanted);
        items = read.iterator();
        next = pages.next(start, response, read.size());
      }
      return items.hasNext() ? Optional.of(items.next()) : Optional.empty();
    }
  }
}
