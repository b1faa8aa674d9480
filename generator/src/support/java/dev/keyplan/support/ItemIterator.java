package dev.keyplan.support;

import java.util.Iterator;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.Spliterator;
import java.util.Spliterators;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** Results one by one, as they are asked for. */
abstract class ItemIterator<T> implements Iterator<T> {
  private final Function<Map<String, AttributeValue>, T> read;
  private Optional<Map<String, AttributeValue>> next = Optional.empty();

  ItemIterator(Function<Map<String, AttributeValue>, T> read) {
    this.read = read;
  }

  /** A stream that begins to read when its results are asked for. */
  static <T> Stream<T> stream(Supplier<Iterator<T>> iterator) {
    return StreamSupport.stream(
        () -> Spliterators.spliteratorUnknownSize(iterator.get(), Spliterator.ORDERED),
        Spliterator.ORDERED,
        false);
  }

  /** The next item, for which something may have to be sent; empty at the end. */
  abstract Optional<Map<String, AttributeValue>> take();

  @Override
  public final boolean hasNext() {
    if (next.isEmpty()) {
      next = take();
    }
    return next.isPresent();
  }

  @Override
  public final T next() {
    if (!hasNext()) {
      throw new NoSuchElementException();
    }
    Map<String, AttributeValue> item = next.get();
    next = Optional.empty();
    return read.apply(item);
  }
}
