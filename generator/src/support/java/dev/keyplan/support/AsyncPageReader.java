package dev.keyplan.support;

import dev.keyplan.support.CursorEncoding.Position;
import dev.keyplan.support.Pages.Exchange;
import dev.keyplan.support.Pages.Response;
import dev.keyplan.support.Steps.Step;
import dev.keyplan.support.internal.Answer;
import dev.keyplan.support.internal.Loop;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/**
 * Reads pages one after another.
 *
 * @param whole exchanges index entries for items
 */
record AsyncPageReader<T>(
    Pages<T> pages,
    Sender sender,
    Function<
            List<Map<String, AttributeValue>>, CompletableFuture<List<Map<String, AttributeValue>>>>
        whole) {

  /** Sends the request. */
  interface Sender {
    /**
     * Sends it from a place on.
     *
     * @param startKey empty at the beginning
     * @param items how many to read at most, if that is known
     */
    CompletableFuture<Response> send(Map<String, AttributeValue> startKey, OptionalInt items);
  }

  CompletableFuture<Page<T>> page(Position start) {
    return Answer.to(read(start, 0)).then(read -> pages.page(read.element(), read.next()));
  }

  CompletableFuture<Page<T>> page(String cursor) {
    Position start;
    try {
      start = pages.open(cursor);
    } catch (CursorException e) {
      return CompletableFuture.failedFuture(e);
    }
    return page(start);
  }

  Steps<Position, Page<T>> allPages() {
    return new Steps<>(
        () -> Pages.START,
        start ->
            Answer.to(read(start, 0))
                .then(read -> new Step<>(pages.page(read.element(), read.next()), read.next())));
  }

  /**
   * Where the results go on.
   *
   * @param misses how many pages in a row had none
   */
  record Next(Position start, int misses) {}

  /** The results of page after page; those before one that cannot be read come before it fails. */
  Steps<Next, List<T>> items() {
    return new Steps<>(
        () -> new Next(Pages.START, 0),
        next ->
            Answer.to(read(next.start(), next.misses()))
                .then(
                    read -> {
                      int misses = Pages.misses(next.misses(), read.element().isEmpty());
                      Decoded<T> decoded = Decoded.of(read.element(), pages.read());
                      return new Step<>(
                          decoded.items(),
                          read.next().map(start -> new Next(start, misses)),
                          decoded.failure());
                    }));
  }

  private CompletableFuture<Step<Position, List<Map<String, AttributeValue>>>> read(
      Position start, int misses) {
    return Answer.to(sender.send(start.startKey(), pages.items(start, misses)))
        .compose(
            response ->
                Answer.to(items(pages.exchange(start, response)))
                    .then(items -> new Step<>(items, pages.next(start, response, items.size()))));
  }

  private CompletableFuture<List<Map<String, AttributeValue>>> items(Exchange exchange) {
    return Loop.until(
        () ->
            exchange.isDone()
                ? CompletableFuture.completedFuture(Optional.of(exchange.items()))
                : Answer.to(whole.apply(exchange.next()))
                    .then(
                        found -> {
                          exchange.add(found);
                          return Optional.empty();
                        }));
  }
}
