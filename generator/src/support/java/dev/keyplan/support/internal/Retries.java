package dev.keyplan.support.internal;

import java.util.List;
import java.util.concurrent.ThreadLocalRandom;

/** One chunk of a batch, as it is sent again and again until nothing of it is left. */
final class Retries<E> {
  private static final int ATTEMPTS_WITHOUT_PROGRESS = 10;
  private static final long FIRST_PAUSE_MILLIS = 25;
  private static final long LONGEST_PAUSE_MILLIS = 2_000;

  private List<E> left;
  private int attempts;

  Retries(List<E> chunk) {
    this.left = chunk;
  }

  List<E> left() {
    return left;
  }

  /** How often it was sent since DynamoDB last did some of it; 0 at the beginning. */
  int attempts() {
    return attempts;
  }

  /** Takes what DynamoDB has not done of what was left. */
  void sent(List<E> undone) {
    attempts = undone.size() < left.size() ? 1 : attempts + 1;
    left = undone;
  }

  boolean isDone() {
    return left.isEmpty();
  }

  boolean isHopeless() {
    return !left.isEmpty() && attempts >= ATTEMPTS_WITHOUT_PROGRESS;
  }

  /** None before the first attempt, then up to 25 ms, 50 ms, 100 ms and so on. */
  static long pauseMillis(int attempts) {
    if (attempts == 0) {
      return 0;
    }
    long most = Math.min(LONGEST_PAUSE_MILLIS, FIRST_PAUSE_MILLIS << (attempts - 1));
    return ThreadLocalRandom.current().nextLong(most) + 1;
  }
}
