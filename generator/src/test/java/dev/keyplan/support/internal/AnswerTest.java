package dev.keyplan.support.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;

class AnswerTest {
  private final CompletableFuture<String> sent = new CompletableFuture<>();

  private static Throwable failure(CompletableFuture<?> future) {
    AtomicReference<Throwable> failure = new AtomicReference<>();
    CompletableFuture<?> seen = future.whenComplete((value, thrown) -> failure.set(thrown));
    assertThat(seen).isCompletedExceptionally();
    return failure.get();
  }

  @Test
  void readsTheAnswer() {
    CompletableFuture<Integer> length = Answer.to(sent).then(String::length);
    assertThat(length).isNotDone();

    sent.complete("four");

    assertThat(length).isCompletedWithValue(4);
    assertThat(Answer.to(sent).done()).isCompletedWithValue(null);
  }

  @Test
  void failsWithTheExceptionItself() {
    IllegalStateException cause = new IllegalStateException("lost");
    CompletableFuture<Integer> read = Answer.to(sent).then(String::length);
    CompletableFuture<Integer> explained =
        Answer.to(sent)
            .failing(IllegalStateException.class, e -> new UnsupportedOperationException(e))
            .failing(ArithmeticException.class, e -> e)
            .then(String::length);

    // Stages of futures wrap what they fail with.
    sent.completeExceptionally(new CompletionException(cause));

    assertThat(failure(read)).isSameAs(cause);
    assertThat(failure(explained)).isInstanceOf(UnsupportedOperationException.class);
  }

  @Test
  void failsIfTheAnswerCannotBeRead() {
    IllegalStateException wrong = new IllegalStateException("wrong");
    CompletableFuture<Integer> read =
        Answer.to(sent)
            .then(
                answer -> {
                  throw wrong;
                });
    CompletableFuture<Integer> composed =
        Answer.to(sent).compose(answer -> CompletableFuture.failedFuture(wrong));

    sent.complete("");

    assertThat(failure(read)).isSameAs(wrong);
    assertThat(failure(composed)).isSameAs(wrong);
  }

  @Test
  void cancelsWhatItWaitsFor() {
    CompletableFuture<String> second = new CompletableFuture<>();
    CompletableFuture<String> composed = Answer.to(sent).compose(answer -> second);
    CompletableFuture<Integer> read = Answer.to(composed).then(String::length);
    sent.complete("first");

    read.cancel(true);

    assertThat(composed).isCancelled();
    assertThat(second).isCancelled();
    CompletableFuture<String> first = new CompletableFuture<>();
    Answer.to(first).then(String::length).cancel(true);
    assertThat(first).isCancelled();
  }

  /** The first request is done, the second one is just being sent. */
  @Test
  void cancelsWhatIsBeingSent() {
    CompletableFuture<String> second = new CompletableFuture<>();
    AtomicReference<CompletableFuture<String>> result = new AtomicReference<>();
    result.set(
        Answer.to(sent)
            .compose(
                answer -> {
                  result.get().completeExceptionally(new TimeoutException());
                  return second;
                }));
    sent.complete("first");
    CompletableFuture<String> other = new CompletableFuture<>();
    CompletableFuture<String> failing = new CompletableFuture<>();
    result.set(
        Answer.to(failing)
            .orElse(
                ArithmeticException.class,
                e -> {
                  result.get().cancel(true);
                  return other;
                }));
    failing.completeExceptionally(new ArithmeticException());

    assertThat(second).isCancelled();
    assertThat(other).isCancelled();
  }

  @Test
  void sendsNothingMoreOnceItIsCancelled() {
    List<String> sentThen = new ArrayList<>();
    CompletableFuture<String> first = new Unstoppable();
    Answer.to(first)
        .compose(
            answer -> {
              sentThen.add(answer);
              return new CompletableFuture<String>();
            })
        .cancel(true);
    CompletableFuture<String> failing = new Unstoppable();
    Answer.to(failing)
        .orElse(
            ArithmeticException.class,
            e -> {
              sentThen.add("other");
              return new CompletableFuture<>();
            })
        .cancel(true);

    first.complete("first");
    failing.completeExceptionally(new ArithmeticException());

    assertThat(sentThen).isEmpty();
  }

  /** Its answer is on the way when it is cancelled. */
  private static final class Unstoppable extends CompletableFuture<String> {
    @Override
    public boolean cancel(boolean mayInterruptIfRunning) {
      return false;
    }
  }

  /** What {@code orTimeout} and {@code completeOnTimeout} do. */
  @Test
  void cancelsWhatNobodyWaitsForAnyMore() {
    CompletableFuture<String> first = new CompletableFuture<>();
    Answer.to(first).then(String::length).completeExceptionally(new TimeoutException());
    CompletableFuture<String> second = new CompletableFuture<>();
    Answer.to(second).compose(answer -> second).complete("late");
    CompletableFuture<Optional<String>> step = new CompletableFuture<>();
    Loop.until(() -> step).completeExceptionally(new TimeoutException());

    assertThat(List.of(first, second, step)).allMatch(CompletableFuture::isCancelled);
  }

  @Test
  void loopsWithoutAStackThatGrows() {
    AtomicInteger count = new AtomicInteger();

    CompletableFuture<Integer> last =
        Loop.until(
            () ->
                CompletableFuture.completedFuture(
                    Optional.of(count.incrementAndGet()).filter(n -> n == 200_000)));

    assertThat(last).isCompletedWithValue(200_000);
  }

  @Test
  void loopsUntilItIsCancelledOrFails() {
    AtomicReference<CompletableFuture<Optional<String>>> step = new AtomicReference<>();
    CompletableFuture<String> loop =
        Loop.until(
            () -> {
              step.set(new CompletableFuture<>());
              return step.get();
            });
    CompletableFuture<Optional<String>> first = step.get();
    first.complete(Optional.empty());
    assertThat(step.get()).isNotSameAs(first);

    loop.cancel(true);

    assertThat(step.get()).isCancelled();
    CompletableFuture<String> failing =
        Loop.until(
            () -> {
              throw new ArithmeticException();
            });
    assertThatThrownBy(failing::join).hasCauseInstanceOf(ArithmeticException.class);
  }
}
