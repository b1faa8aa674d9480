package dev.keyplan.support.internal;

import dev.keyplan.support.Concurrency;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReferenceArray;
import java.util.function.Function;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Requests of one call, a few of which are on their way at the same time. */
@SuppressWarnings("FutureReturnValueIgnored") // What is ignored completes with its own future.
final class AsyncSenders<Q, R> {
  private final List<Q> requests;
  private final Function<Q, CompletableFuture<R>> send;
  private final AtomicReferenceArray<R> answers;
  private final AtomicInteger begun = new AtomicInteger();
  private final CompletableFuture<List<R>> result = new CompletableFuture<>();

  private AsyncSenders(List<Q> requests, Function<Q, CompletableFuture<R>> send) {
    this.requests = requests;
    this.send = send;
    this.answers = new AtomicReferenceArray<>(requests.size());
  }

  /** Sends all of these. When one fails, or the result is cancelled, so are those on their way. */
  static <Q, R> CompletableFuture<List<R>> all(
      Concurrency concurrency, List<Q> requests, Function<Q, CompletableFuture<R>> send) {
    AsyncSenders<Q, R> senders = new AsyncSenders<>(requests, send);
    senders.start(Math.min(concurrency.requests(), requests.size()));
    return senders.result;
  }

  private void start(int count) {
    CompletableFuture<?>[] all =
        Stream.generate(this::sender).limit(count).toArray(CompletableFuture[]::new);
    CompletableFuture.allOf(all).thenRun(() -> result.complete(answers()));
  }

  /** Sends one after the other. */
  private CompletableFuture<Boolean> sender() {
    CompletableFuture<Boolean> sender = Loop.until(this::step);
    sender.whenComplete(
        (done, thrown) -> {
          if (thrown != null) {
            result.completeExceptionally(Answer.cause(thrown));
          }
        });
    result.whenComplete(
        (done, thrown) -> {
          if (thrown != null) {
            sender.cancel(true);
          }
        });
    return sender;
  }

  private CompletableFuture<Optional<Boolean>> step() {
    int i = begun.getAndIncrement();
    if (i >= requests.size() || result.isDone()) {
      return CompletableFuture.completedFuture(Optional.of(true));
    }
    return Answer.to(send.apply(requests.get(i)))
        .then(
            answer -> {
              answers.set(i, answer);
              return Optional.empty();
            });
  }

  private List<R> answers() {
    return IntStream.range(0, requests.size()).mapToObj(answers::get).toList();
  }
}
