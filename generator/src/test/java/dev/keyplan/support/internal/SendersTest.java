package dev.keyplan.support.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.keyplan.support.Concurrency;
import java.io.IOException;
import java.lang.ref.WeakReference;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;

/** Helpers that an executor gets to late, or never. */
class SendersTest {
  private final List<Runnable> waiting = new ArrayList<>();

  /** An executor whose only thread is the caller's has them until the caller ends. */
  @Test
  void helpersThatNeverBeganHoldNothingOfTheCall() {
    WeakReference<List<byte[]>> answers = new WeakReference<>(answers());

    assertThat(waiting).hasSize(3);
    for (int i = 0; i < 100 && answers.get() != null; i++) {
      System.gc();
    }
    assertThat(answers.get()).isNull();
    waiting.forEach(Runnable::run);
  }

  /** Nor is what a helper was about taken for done. */
  @Test
  void throwsWhatAHelperThrowsWhateverItIs() {
    Thread caller = Thread.currentThread();
    CountDownLatch begun = new CountDownLatch(1);
    Concurrency together = Concurrency.of(2, task -> new Thread(task).start());
    IOException failure = new IOException();

    assertThatThrownBy(
            () ->
                Senders.run(
                    together,
                    2,
                    senders -> {
                      if (Thread.currentThread() == caller) {
                        await(begun);
                      } else {
                        begun.countDown();
                        SendersTest.<RuntimeException>fail(failure);
                      }
                    }))
        .isSameAs(failure);
  }

  private static void await(CountDownLatch latch) {
    try {
      latch.await();
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  /** As Kotlin does, which knows no checked exceptions. */
  @SuppressWarnings("unchecked")
  private static <E extends Throwable> void fail(Throwable thrown) throws E {
    throw (E) thrown;
  }

  private List<byte[]> answers() {
    List<byte[]> requests = List.of(new byte[1], new byte[2], new byte[3], new byte[4]);
    List<List<byte[]>> seen = new ArrayList<>();
    List<byte[]> answers =
        Senders.all(
            Concurrency.of(4, waiting::add),
            requests,
            request -> {
              seen.add(requests);
              return request;
            });
    assertThat(answers).isEqualTo(requests);
    assertThat(seen).hasSize(4);
    return requests;
  }
}
