package dev.keyplan.support;

import dev.keyplan.support.Steps.Step;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Function;
import org.reactivestreams.Subscriber;
import org.reactivestreams.Subscription;

/**
 * Reads step by step, as its subscriber demands, by the rules of Reactive Streams: signals come one
 * after the other, none without demand and none after the end, and the stack does not grow.
 */
@SuppressWarnings("FutureReturnValueIgnored") // What is ignored completes with its own future.
final class StepSubscription<S, E> implements Subscription {
  private final Subscriber<? super E> subscriber;
  private final Function<S, CompletableFuture<Step<S, E>>> read;
  private final AtomicLong demand = new AtomicLong();
  private final AtomicInteger due = new AtomicInteger();
  private Optional<S> next;
  private Optional<RuntimeException> failure = Optional.empty();
  private volatile /*@Nullable*/ CompletableFuture<Step<S, E>> sent;
  private volatile boolean isDemandWrong;
  private volatile boolean isOver;

  StepSubscription(
      Subscriber<? super E> subscriber, S start, Function<S, CompletableFuture<Step<S, E>>> read) {
    this.subscriber = subscriber;
    this.read = read;
    this.next = Optional.of(start);
  }

  @Override
  public void request(long elements) {
    if (elements > 0) {
      demand.accumulateAndGet(
          elements, (old, more) -> old + more < 0 ? Long.MAX_VALUE : old + more);
    } else {
      isDemandWrong = true;
    }
    resume();
  }

  @Override
  public void cancel() {
    isOver = true;
    CompletableFuture<?> waiting = sent;
    if (waiting != null) {
      waiting.cancel(true);
    }
  }

  /** Only one thread at a time goes on; the others, and nested calls, leave it to that one. */
  private void resume() {
    if (due.getAndIncrement() > 0) {
      return;
    }
    do {
      goOn();
    } while (due.decrementAndGet() > 0);
  }

  private void goOn() {
    if (isOver) {
      return;
    }
    if (isDemandWrong) {
      cancel();
      subscriber.onError(
          new IllegalArgumentException("A subscriber has to ask for at least one element"));
      return;
    }
    if (sent != null && sent.isDone()) {
      take(sent);
    }
    if (!isOver && sent == null && demand.get() > 0) {
      failure.ifPresentOrElse(this::fail, this::send);
    }
  }

  private void send() {
    CompletableFuture<Step<S, E>> step;
    try {
      step = read.apply(next.orElseThrow());
    } catch (Throwable e) {
      step = CompletableFuture.failedFuture(e);
    }
    sent = step;
    if (isOver) {
      step.cancel(true);
    }
    step.whenComplete((value, thrown) -> resume());
  }

  private void take(CompletableFuture<Step<S, E>> done) {
    Step<S, E> step;
    try {
      step = done.join();
    } catch (CompletionException e) {
      Throwable cause = e.getCause();
      fail(cause == null ? e : cause);
      return;
    } catch (CancellationException e) {
      fail(e);
      return;
    }
    sent = null;
    next = step.next();
    failure = step.failure();
    demand.getAndUpdate(old -> old == Long.MAX_VALUE ? old : old - 1);
    try {
      subscriber.onNext(step.element());
    } catch (Throwable e) {
      // What an application makes of the element, in a map() for example: nothing else tells of it.
      if (!isOver) {
        fail(e);
      }
      return;
    }
    if (step.isLast() && !isOver) {
      isOver = true;
      subscriber.onComplete();
    }
  }

  private void fail(Throwable thrown) {
    isOver = true;
    subscriber.onError(thrown);
  }
}
