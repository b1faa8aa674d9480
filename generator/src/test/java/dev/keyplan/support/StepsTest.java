package dev.keyplan.support;

import static org.assertj.core.api.Assertions.assertThat;

import dev.keyplan.support.Steps.Step;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.reactivestreams.Subscriber;
import org.reactivestreams.Subscription;

/** The rules of Reactive Streams that a publisher has to keep. */
class StepsTest {
  private final List<CompletableFuture<Step<Integer, List<Integer>>>> sent = new ArrayList<>();

  /** Steps that are answered when told to. */
  private final Steps<Integer, List<Integer>> steps =
      new Steps<>(
          () -> 0,
          start -> {
            sent.add(new CompletableFuture<>());
            return sent.get(sent.size() - 1);
          });

  private final Log<List<Integer>> log = new Log<>();

  private void answer(boolean isLast, Integer... elements) {
    sent.get(sent.size() - 1)
        .complete(
            new Step<>(List.of(elements), isLast ? Optional.empty() : Optional.of(sent.size())));
  }

  @Test
  void sendsWhatIsDemanded() {
    steps.subscribe(log);
    assertThat(sent).isEmpty();

    log.subscription.request(2);
    assertThat(sent).hasSize(1);
    answer(false, 1, 2);
    assertThat(sent).hasSize(2);
    answer(false, 3);
    assertThat(sent).hasSize(2);
    assertThat(log.signals).containsExactly("[1, 2]", "[3]");

    log.subscription.request(Long.MAX_VALUE);
    log.subscription.request(Long.MAX_VALUE);
    answer(true);
    assertThat(log.signals).containsExactly("[1, 2]", "[3]", "[]", "complete");
    log.subscription.request(1);
    assertThat(sent).hasSize(3);
  }

  @Test
  void beginsAnewForEachSubscriber() {
    Log<List<Integer>> other = new Log<>();
    steps.subscribe(log);
    steps.subscribe(other);

    log.subscription.request(1);
    other.subscription.request(1);

    assertThat(sent).hasSize(2);
    answer(true, 7);
    assertThat(other.signals).containsExactly("[7]", "complete");
    assertThat(log.signals).isEmpty();
  }

  @Test
  void cancelsTheCallThatItWaitsFor() {
    steps.subscribe(log);
    log.subscription.request(5);

    log.subscription.cancel();
    log.subscription.cancel();

    assertThat(sent).hasSize(1).allMatch(CompletableFuture::isCancelled);
    log.subscription.request(1);
    log.subscription.request(-1);
    assertThat(sent).hasSize(1);
    assertThat(log.signals).isEmpty();
  }

  @Test
  void refusesADemandOfNothing() {
    steps.subscribe(log);

    log.subscription.request(0);
    log.subscription.request(1);

    assertThat(log.signals).containsExactly("java.lang.IllegalArgumentException");
    assertThat(sent).isEmpty();
  }

  @Test
  void failsOnceWithTheExceptionItself() {
    steps.subscribe(log);
    log.subscription.request(3);
    sent.get(0).completeExceptionally(new ArithmeticException());
    log.subscription.request(3);

    assertThat(log.signals).containsExactly("java.lang.ArithmeticException");
    assertThat(sent).hasSize(1);
    Log<Integer> second = new Log<>();
    new Steps<Integer, Integer>(
            () -> 0,
            start -> {
              throw new IllegalStateException();
            })
        .subscribe(second);
    second.subscription.request(1);
    assertThat(second.signals).containsExactly("java.lang.IllegalStateException");
  }

  @Test
  void canBeAskedFromWithinASignal() {
    Steps<Integer, Integer> numbers =
        new Steps<>(
            () -> 0,
            n ->
                CompletableFuture.completedFuture(
                    new Step<>(n, n == 100_000 ? Optional.empty() : Optional.of(n + 1))));
    List<Integer> taken = new ArrayList<>();
    Log<Integer> one =
        new Log<>() {
          @Override
          public void onNext(Integer number) {
            taken.add(number);
            subscription.request(1);
          }
        };

    numbers.subscribe(one);
    one.subscription.request(1);

    assertThat(taken).hasSize(100_001).isSorted();
    assertThat(one.signals).containsExactly("complete");
    Log<Integer> some =
        new Log<>() {
          @Override
          public void onNext(Integer number) {
            super.onNext(number);
            if (number == 2) {
              subscription.cancel();
            }
          }
        };
    numbers.subscribe(some);
    some.subscription.request(Long.MAX_VALUE);
    assertThat(some.signals).containsExactly("0", "1", "2");
  }

  /** It must not; but then it shall learn of it, and nobody waits for the end. */
  @Test
  void tellsASubscriberWhatItHasThrown() {
    Log<List<Integer>> failing =
        new Log<>() {
          @Override
          public void onNext(List<Integer> element) {
            throw new IllegalStateException();
          }
        };
    steps.subscribe(failing);
    failing.subscription.request(2);

    answer(false, 1);

    assertThat(failing.signals).containsExactly("java.lang.IllegalStateException");
    assertThat(sent).hasSize(1);
  }

  @Test
  void flattensWithoutReadingAhead() {
    Log<Integer> items = new Log<>();
    steps.<Integer>flatMapIterable(chunk -> chunk).subscribe(items);

    items.subscription.request(1);
    answer(false, 1, 2, 3);
    items.subscription.request(2);
    assertThat(items.signals).containsExactly("1", "2", "3");
    assertThat(sent).hasSize(1);
    items.subscription.request(1);
    assertThat(sent).hasSize(2);
    answer(false);
    assertThat(sent).hasSize(3);
    answer(true, 4);
    items.subscription.request(1);

    assertThat(items.signals).containsExactly("1", "2", "3", "4", "complete");
  }

  /** As buckets are in which nothing happened, where the answers are there at once. */
  @Test
  void passesOverAnyNumberOfStepsWithoutElements() {
    Steps<Integer, List<Integer>> sparse =
        new Steps<>(
            () -> 0,
            n ->
                CompletableFuture.completedFuture(
                    n == 100_000
                        ? new Step<>(List.of(n), Optional.empty())
                        : new Step<>(List.of(), Optional.of(n + 1))));
    Log<Integer> items = new Log<>();
    sparse.<Integer>flatMapIterable(chunk -> chunk).filter(n -> n > 0).subscribe(items);

    items.subscription.request(1);

    assertThat(items.signals).containsExactly("100000", "complete");
    assertThat(Steps.gather(sparse, 1).join()).containsExactly(100_000);
  }

  @Test
  void gathersAsManyAsAreWanted() {
    CompletableFuture<List<Integer>> three = Steps.gather(steps, 3);
    answer(false, 1, 2);
    assertThat(three).isNotDone();
    answer(false, 3, 4);

    assertThat(three).isCompletedWithValue(List.of(1, 2, 3));
    assertThat(sent).hasSize(2);
    Steps<Integer, List<Integer>> many =
        new Steps<>(
            () -> 0,
            n ->
                CompletableFuture.completedFuture(
                    new Step<>(List.of(n), n == 50_000 ? Optional.empty() : Optional.of(n + 1))));
    assertThat(Steps.gather(many, Integer.MAX_VALUE).join())
        .isEqualTo(IntStream.rangeClosed(0, 50_000).boxed().toList());
  }

  /** What a subscriber is told. */
  private static class Log<T> implements Subscriber<T> {
    final List<String> signals = new ArrayList<>();
    Subscription subscription;

    @Override
    public void onSubscribe(Subscription given) {
      subscription = given;
    }

    @Override
    public void onNext(T element) {
      signals.add(element.toString());
    }

    @Override
    public void onError(Throwable thrown) {
      signals.add(thrown.getClass().getName());
    }

    @Override
    public void onComplete() {
      signals.add("complete");
    }
  }
}
