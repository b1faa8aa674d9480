package dev.keyplan.support;

import dev.keyplan.support.internal.Answer;
import dev.keyplan.support.internal.Loop;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Function;
import java.util.function.Supplier;
import org.reactivestreams.Subscriber;
import software.amazon.awssdk.core.async.SdkPublisher;

/**
 * What is read step by step, one call each. Each subscriber begins at the start, and a step is sent
 * when the subscriber has asked for what comes of it.
 */
final class Steps<S, E> implements SdkPublisher<E> {
  private final Supplier<S> start;
  private final Function<S, CompletableFuture<Step<S, E>>> read;

  /**
   * @param read given the state that the step before has left
   */
  Steps(Supplier<S> start, Function<S, CompletableFuture<Step<S, E>>> read) {
    this.start = start;
    this.read = read;
  }

  /**
   * What comes of a step.
   *
   * @param next the state that the next step needs; empty at the end
   * @param failure what comes in the place of the next step
   */
  record Step<S, E>(E element, Optional<S> next, Optional<RuntimeException> failure) {
    Step(E element, Optional<S> next) {
      this(element, next, Optional.empty());
    }

    boolean isLast() {
      return next.isEmpty() && failure.isEmpty();
    }
  }

  @Override
  public void subscribe(Subscriber<? super E> subscriber) {
    Objects.requireNonNull(subscriber);
    subscriber.onSubscribe(new StepSubscription<>(subscriber, start.get(), read));
  }

  /** The first results, as many as are wanted, or all; reads no further. */
  static <S, T> CompletableFuture<List<T>> gather(Steps<S, List<T>> steps, int wanted) {
    List<T> all = new ArrayList<>();
    AtomicReference<S> state = new AtomicReference<>(steps.start.get());
    return Loop.until(
        () ->
            Answer.to(steps.read.apply(Objects.requireNonNull(state.get())))
                .then(
                    step -> {
                      all.addAll(step.element());
                      if (step.isLast() || all.size() >= wanted) {
                        return Optional.of(
                            List.copyOf(all.subList(0, Math.min(wanted, all.size()))));
                      }
                      if (step.failure().isPresent()) {
                        throw step.failure().get();
                      }
                      state.set(step.next().get());
                      return Optional.empty();
                    }));
  }
}
