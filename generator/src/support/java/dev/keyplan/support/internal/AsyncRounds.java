package dev.keyplan.support.internal;

import dev.keyplan.support.Concurrency;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;

/** Sends requests in rounds, without a thread that waits. */
public final class AsyncRounds {
  private AsyncRounds() {}

  /** Sends them until no more are needed. */
  public static <Q, R> CompletableFuture</*@Nullable*/ Void> send(
      Rounds<Q, R> rounds, Concurrency concurrency, Function<Q, CompletableFuture<R>> client) {
    return Answer.to(Loop.<Boolean>until(() -> step(rounds, concurrency, client))).done();
  }

  private static <Q, R> CompletableFuture<Optional<Boolean>> step(
      Rounds<Q, R> rounds, Concurrency concurrency, Function<Q, CompletableFuture<R>> client) {
    List<Q> next = rounds.next();
    if (next.isEmpty()) {
      return CompletableFuture.completedFuture(Optional.of(true));
    }
    return Answer.to(AsyncSenders.all(concurrency, next, client))
        .then(
            answers -> {
              rounds.add(answers);
              return Optional.empty();
            });
  }
}
