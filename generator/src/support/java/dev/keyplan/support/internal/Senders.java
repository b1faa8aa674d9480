package dev.keyplan.support.internal;

import dev.keyplan.support.Concurrency;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.atomic.AtomicReferenceArray;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.IntStream;
import software.amazon.awssdk.core.exception.AbortedException;

/**
 * The threads that send requests of one call: the caller's, and helpers in an executor. The caller
 * never waits for a helper that has not begun, so that no executor can hold it up; and when it goes
 * on, none is left running.
 */
final class Senders {
  private final AtomicReference<Throwable> failure = new AtomicReference<>();
  private final List<Helper> helpers = new ArrayList<>();

  private Senders() {}

  /** Sends all of these; the answers are in their order. */
  static <Q, R> List<R> all(Concurrency concurrency, List<Q> requests, Function<Q, R> send) {
    AtomicReferenceArray<R> answers = new AtomicReferenceArray<>(requests.size());
    AtomicInteger next = new AtomicInteger();
    run(
        concurrency,
        requests.size(),
        senders -> {
          int i = next.getAndIncrement();
          while (i < requests.size() && !senders.isStopped()) {
            answers.set(i, send.apply(requests.get(i)));
            i = next.getAndIncrement();
          }
        });
    return IntStream.range(0, requests.size()).mapToObj(answers::get).toList();
  }

  /**
   * Runs a sender in several threads, until all of them have ended; throws what one of them has
   * thrown.
   *
   * @param most how many there is something to do for
   * @param sender ends when there is nothing left to begin, or they are stopped
   */
  static void run(Concurrency concurrency, int most, Consumer<Senders> sender) {
    Senders senders = new Senders();
    int threads = Math.min(concurrency.blockingRequests(), most);
    concurrency.executor().ifPresent(executor -> senders.help(executor, threads - 1, sender));
    senders.run(sender);
    senders.await();
    senders.throwFailure();
  }

  /** Whether one has failed, or the caller was interrupted. */
  boolean isStopped() {
    return failure.get() != null;
  }

  private void help(Executor executor, int count, Consumer<Senders> sender) {
    try {
      for (int i = 0; i < count; i++) {
        Helper helper = new Helper(() -> run(sender));
        helpers.add(helper);
        executor.execute(helper);
      }
    } catch (RejectedExecutionException e) {
      // The caller's thread does what no helper does: nothing is lost but time.
    } catch (RuntimeException | Error e) {
      failure.compareAndSet(null, e);
    }
  }

  private void run(Consumer<Senders> sender) {
    try {
      sender.accept(this);
    } catch (Throwable e) {
      // Whatever it is: a client that is not written in Java throws checked exceptions, too.
      failure.compareAndSet(null, e);
    }
  }

  private void await() {
    boolean isInterrupted = false;
    int ended = 0;
    while (ended < helpers.size()) {
      try {
        helpers.get(ended).await();
        ended++;
      } catch (InterruptedException e) {
        isInterrupted = true;
        failure.compareAndSet(null, AbortedException.create("Thread was interrupted", e));
        helpers.forEach(Helper::interrupt);
      }
    }
    if (isInterrupted) {
      Thread.currentThread().interrupt();
    }
  }

  private void throwFailure() {
    Throwable thrown = failure.get();
    if (thrown != null) {
      Senders.<RuntimeException>throwAsItIs(thrown);
    }
  }

  @SuppressWarnings("unchecked") // The type is the compiler's affair alone.
  private static <E extends Throwable> void throwAsItIs(Throwable thrown) throws E {
    throw (E) thrown;
  }
}
