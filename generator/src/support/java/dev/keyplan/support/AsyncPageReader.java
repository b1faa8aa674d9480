package dev.keyplan.support;

import dev.keyplan.support.CursorEncoding.Position;
import dev.keyplan.support.Pages.Exchange;
import dev.keyplan.support.Pages.Response;
import dev.keyplan.support.Steps.Step;
import dev.keyplan.support.internal.Answer;
import dev.keyplan.support.internal.Loop;
import dev.keyplan.support.internal.Yield;
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
    return Answer.to(read(start, pages.items(start)))
        .then(read -> pages.page(read.element(), read.next()));
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
            Answer.to(read(start, pages.items(start)))
                .then(read -> new Step<>(pages.page(read.element(), read.next()), read.next())));
  }

  /** Where the results go on, and how many items were read for one by then. */
  record Next(Position start, Yield yield) {}

  /** The results of page after page; those before one that cannot be read come before it fails. */
  Steps<Next, List<T>> items() {
    return new Steps<>(
        () -> new Next(Pages.START, pages.firstYield()),
        next -> {
          int wanted = pages.left(next.start());
          return Answer.to(read(next.start(), pages.items(wanted, next.yield())))
              .then(
                  read -> {
                    Yield yield = next.yield().after(read.element().size(), wanted);
                    Decoded<T> decoded = Decoded.of(read.element(), pages.read());
                    return new Step<>(
                        decoded.items(),
                        read.next().map(start -> new Next(start, yield)),
                        decoded.failure());
                  });
        });
  }

  private CompletableFuture<Step<Position, List<Map<String, AttributeValue>>>> read(
      Position start, OptionalInt items) {
    return Answer.to(sender.send(start.startKey(), items))
        .compose(
            response ->
                Answer.to(items(pages.exchange(start, response)))
                    .then(found -> new Step<>(found, pages.next(start, response, found.size()))));
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
