package dev.keyplan.support.internal;

import dev.keyplan.support.Concurrency;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * The chunks of a batch, some of which are sent at the same time. When one is given up or fails, no
 * other is begun, and those that are on their way are waited for; after a failure, what these leave
 * is not sent again.
 */
@SuppressWarnings("FutureReturnValueIgnored") // What is ignored completes with its own future.
final class Chunks<E> {
  private final ChunkQueue<E> queue;
  private final Function<List<E>, CompletableFuture<List<E>>> send;
  private final Pause pause;

  /** Waits before the next attempt. */
  interface Pause {
    CompletableFuture</*@Nullable*/ Void> before(int attempts);
  }

  /**
   * @param send sends one chunk; what comes of it is what was not done
   */
  Chunks(ChunkQueue<E> queue, Function<List<E>, CompletableFuture<List<E>>> send, Pause pause) {
    this.queue = queue;
    this.send = send;
    this.pause = pause;
  }

  static CompletableFuture</*@Nullable*/ Void> pause(int attempts) {
    if (attempts == 0) {
      return CompletableFuture.completedFuture(null);
    }
    Executor later =
        CompletableFuture.delayedExecutor(Retries.pauseMillis(attempts), TimeUnit.MILLISECONDS);
    return Answer.to(CompletableFuture.runAsync(() -> {}, later)).done();
  }

  CompletableFuture</*@Nullable*/ Void> send(Concurrency concurrency) {
    List<CompletableFuture<Boolean>> senders =
        Stream.generate(this::sender)
            .limit(Math.min(concurrency.requests(), queue.size()))
            .toList();
    CompletableFuture</*@Nullable*/ Void> result =
        Answer.to(CompletableFuture.allOf(senders.toArray(CompletableFuture[]::new)))
            .</*@Nullable*/ Void>then(
                done -> {
                  queue.throwIfIncomplete();
                  return null;
                });
    senders.forEach(sender -> Answer.cancelWith(result, sender));
    return result;
  }

  /** Sends one chunk after the other. */
  private CompletableFuture<Boolean> sender() {
    AtomicReference<Retries<E>> own = new AtomicReference<>(new Retries<>(List.of()));
    CompletableFuture<Boolean> sender = Loop.until(() -> step(own));
    sender.whenComplete(
        (done, thrown) -> {
          if (thrown != null) {
            queue.fail();
          }
        });
    return sender;
  }

  private CompletableFuture<Optional<Boolean>> step(AtomicReference<Retries<E>> own) {
    Retries<E> current = Objects.requireNonNull(own.get());
    if (current.isHopeless()) {
      queue.giveUp(current.left(), null);
      return CompletableFuture.completedFuture(Optional.of(false));
    }
    if (current.isDone()) {
      Optional<Retries<E>> next = queue.next();
      if (next.isEmpty()) {
        return CompletableFuture.completedFuture(Optional.of(true));
      }
      own.set(next.get());
    }
    Retries<E> chunk = Objects.requireNonNull(own.get());
    return Answer.to(pause.before(chunk.attempts()))
        .compose(
            waited ->
                queue.isFailed()
                    ? CompletableFuture.completedFuture(Optional.of(false))
                    : sent(chunk));
  }

  private CompletableFuture<Optional<Boolean>> sent(Retries<E> chunk) {
    return Answer.to(send.apply(chunk.left()))
        .then(
            left -> {
              chunk.sent(left);
              return Optional.empty();
            });
  }
}
