package dev.keyplan.support.internal;

import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;

/**
 * Calls one after the other, each when the last one has answered, without a thread that waits; nor
 * does the stack grow where answers are there at once.
 */
@SuppressWarnings("FutureReturnValueIgnored") // What is ignored completes with its own future.
public final class Loop<T> {
  private final Supplier<CompletableFuture<Optional<T>>> step;
  private final CompletableFuture<T> result = new CompletableFuture<>();
  private final AtomicInteger due = new AtomicInteger();
  private volatile CompletableFuture<?> awaited = CompletableFuture.completedFuture(null);

  private Loop(Supplier<CompletableFuture<Optional<T>>> step) {
    this.step = step;
    result.whenComplete((value, thrown) -> awaited.cancel(true));
  }

  /**
   * Goes on until a step has a result.
   *
   * @param step one call; empty if another one is needed
   */
  public static <T> CompletableFuture<T> until(Supplier<CompletableFuture<Optional<T>>> step) {
    Loop<T> loop = new Loop<>(step);
    loop.resume();
    return loop.result;
  }

  /** A step that is done at once does not start the next one itself, but leaves it to this loop. */
  private void resume() {
    if (due.getAndIncrement() > 0) {
      return;
    }
    do {
      if (!result.isDone()) {
        start();
      }
    } while (due.decrementAndGet() > 0);
  }

  private void start() {
    CompletableFuture<Optional<T>> sent;
    try {
      sent = step.get();
    } catch (Throwable e) {
      result.completeExceptionally(e);
      return;
    }
    awaited = sent;
    if (result.isDone()) {
      sent.cancel(true);
    }
    sent.whenComplete(
        (value, thrown) -> {
          if (thrown != null) {
            result.completeExceptionally(Answer.cause(thrown));
          } else if (value.isPresent()) {
            result.complete(value.get());
          } else {
            resume();
          }
        });
  }
}
