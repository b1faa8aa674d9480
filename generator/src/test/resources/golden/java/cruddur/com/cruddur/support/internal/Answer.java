// Copied by Keyplan. Do not edit.
package com.cruddur.support.internal;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.function.BiFunction;
import java.util.function.Function;

/**
 * The answer to a request that has been sent, and what is made of it. The futures that come of it
 * fail with the exceptions themselves, and who cancels one, or lets its time run out, cancels what
 * it waits for.
 */
@SuppressWarnings("FutureReturnValueIgnored") // What is ignored completes with its own future.
public final class Answer<R> {
  private final CompletableFuture<R> sent;
  private final Function<Throwable, Throwable> explained;

  private Answer(CompletableFuture<R> sent, Function<Throwable, Throwable> explained) {
    this.sent = sent;
    this.explained = explained;
  }

  public static <R> Answer<R> to(CompletableFuture<R> sent) {
    return new Answer<>(sent, failure -> failure);
  }

  /** The same with another exception in the place of one of the SDK. */
  public <E extends Throwable> Answer<R> failing(
      Class<E> type, Function<E, RuntimeException> failure) {
    return new Answer<>(
        sent,
        thrown ->
            type.isInstance(thrown) ? failure.apply(type.cast(thrown)) : explained.apply(thrown));
  }

  /** Makes something of the answer. */
  public <T> CompletableFuture<T> then(Function<R, T> read) {
    CompletableFuture<T> result = new CompletableFuture<>();
    cancelWith(result, sent);
    sent.whenComplete(
        (response, thrown) -> {
          try {
            if (thrown == null) {
              result.complete(read.apply(response));
            } else {
              result.completeExceptionally(explained.apply(cause(thrown)));
            }
          } catch (Throwable e) {
            result.completeExceptionally(e);
          }
        });
    return result;
  }

  /** Nothing is made of it. */
  public CompletableFuture<Void> done() {
    return this.<Void>then(response -> null);
  }

  /** Sends the next request. */
  public <T> CompletableFuture<T> compose(Function<R, CompletableFuture<T>> next) {
    return follow(
        (response, thrown) ->
            thrown == null
                ? next.apply(response)
                : CompletableFuture.failedFuture(explained.apply(cause(thrown))));
  }

  /** Sends another request in the place of one that fails so. */
  public <E extends Throwable> CompletableFuture<R> orElse(
      Class<E> type, Function<E, CompletableFuture<R>> other) {
    return follow(
        (response, thrown) ->
            thrown != null && type.isInstance(cause(thrown))
                ? other.apply(type.cast(cause(thrown)))
                : sent);
  }

  /** What comes of a second request, unless who waits for it is gone before it is sent. */
  private <T> CompletableFuture<T> follow(
      BiFunction<R, Throwable, CompletableFuture<T>> second) {
    CompletableFuture<T> result = new CompletableFuture<>();
    cancelWith(result, sent);
    sent.whenComplete(
        (response, thrown) -> {
          if (result.isDone()) {
            return;
          }
          try {
            CompletableFuture<T> answer = second.apply(response, thrown);
            // At once, so that who cancels while it is sent cancels it, too.
            cancelWith(result, answer);
            answer.whenComplete((value, failure) -> complete(result, value, failure));
          } catch (Throwable e) {
            result.completeExceptionally(e);
          }
        });
    return result;
  }

  private static <T> void complete(
      CompletableFuture<T> result, T value, Throwable thrown) {
    if (thrown == null) {
      result.complete(value);
    } else {
      result.completeExceptionally(cause(thrown));
    }
  }

  /**
   * Who cancels the result cancels what it waits for; so does who completes it in another way, as
   * {@code orTimeout} does. What has been awaited is done by then, and nothing happens to it.
   */
  static void cancelWith(CompletableFuture<?> result, CompletableFuture<?> awaited) {
    result.whenComplete((value, thrown) -> awaited.cancel(true));
  }

  /** What a stage of futures has wrapped. */
  static Throwable cause(Throwable thrown) {
    return thrown instanceof CompletionException && thrown.getCause() != null
        ? thrown.getCause()
        : thrown;
  }
}
