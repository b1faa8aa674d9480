package dev.keyplan.support.internal;

import static org.assertj.core.api.Assertions.assertThat;

import dev.keyplan.support.Concurrency;
import java.lang.ref.WeakReference;
import java.util.ArrayList;
import java.util.List;
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
