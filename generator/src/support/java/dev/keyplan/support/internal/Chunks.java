package dev.keyplan.support.internal;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Function;
import java.util.stream.Stream;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/**
 * The chunks of a batch, some of which are sent at the same time. When one fails, those that are on
 * their way are waited for, so that it is known what was not done, and no other is begun.
 */
@SuppressWarnings("FutureReturnValueIgnored") // What is ignored completes with its own future.
final class Chunks<E> {
  private static final int AT_ONCE = 4;

  private final List<List<E>> all;
  private final Function<List<E>, CompletableFuture<List<E>>> send;
  private final Function<E, Map<String, AttributeValue>> key;
  private final Pause pause;
  private final List<E> undone = new ArrayList<>();
  private int begun;
  private boolean isStopped;

  /** Waits before the next attempt. */
  interface Pause {
    CompletableFuture</*@Nullable*/ Void> before(int attempts);
  }

  /**
   * @param send sends one chunk; what comes of it is what was not done
   */
  Chunks(
      List<List<E>> all,
      Function<List<E>, CompletableFuture<List<E>>> send,
      Function<E, Map<String, AttributeValue>> key,
      Pause pause) {
    this.all = all;
    this.send = send;
    this.key = key;
    this.pause = pause;
  }

  static CompletableFuture</*@Nullable*/ Void> pause(int attempts) {
    if (attempts == 0) {
      return CompletableFuture.completedFuture(null);
    }
    Executor later =
        CompletableFuture.delayedExecutor(Retries.pauseMillis(attempts), TimeUnit.MILLISECONDS);
    return CompletableFuture.runAsync(() -> {}, later);
  }

  CompletableFuture</*@Nullable*/ Void> send() {
    List<CompletableFuture<Boolean>> senders =
        Stream.generate(this::sender).limit(Math.min(AT_ONCE, all.size())).toList();
    CompletableFuture</*@Nullable*/ Void> whole =
        CompletableFuture.allOf(senders.toArray(CompletableFuture[]::new));
    CompletableFuture</*@Nullable*/ Void> result = Answer.to(whole).then(done -> result());
    senders.forEach(sender -> Answer.cancelWith(result, sender));
    return result;
  }

  private synchronized /*@Nullable*/ Void result() {
    if (!undone.isEmpty()) {
      all.subList(begun, all.size()).forEach(undone::addAll);
      throw BatchItems.incomplete(all, undone, key, null);
    }
    return null;
  }

  /** Sends one chunk after the other. */
  private CompletableFuture<Boolean> sender() {
    AtomicReference<Retries<E>> own = new AtomicReference<>(new Retries<>(List.of()));
    CompletableFuture<Boolean> sender = Loop.until(() -> step(own));
    sender.whenComplete(
        (done, thrown) -> {
          if (thrown != null) {
            stop(List.of());
          }
        });
    return sender;
  }

  private CompletableFuture<Optional<Boolean>> step(AtomicReference<Retries<E>> own) {
    if (own.get().isHopeless()) {
      stop(own.get().left());
      return CompletableFuture.completedFuture(Optional.of(false));
    }
    if (own.get().isDone()) {
      Optional<Retries<E>> next = next();
      if (next.isEmpty()) {
        return CompletableFuture.completedFuture(Optional.of(true));
      }
      own.set(next.get());
    }
    Retries<E> chunk = own.get();
    return Answer.to(pause.before(chunk.attempts()))
        .compose(
            waited ->
                Answer.to(send.apply(chunk.left()))
                    .then(
                        left -> {
                          chunk.sent(left);
                          return Optional.empty();
                        }));
  }

  private synchronized Optional<Retries<E>> next() {
    return isStopped || begun == all.size()
        ? Optional.empty()
        : Optional.of(new Retries<>(all.get(begun++)));
  }

  private synchronized void stop(List<E> left) {
    isStopped = true;
    undone.addAll(left);
  }
}
