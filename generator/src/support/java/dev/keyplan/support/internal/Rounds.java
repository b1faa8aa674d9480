package dev.keyplan.support.internal;

import dev.keyplan.support.Concurrency;
import java.util.List;
import java.util.function.Function;

/**
 * Requests of one call, in rounds: those of a round do not depend on each other, but on the answers
 * to the rounds before it.
 */
public interface Rounds<Q, R> {
  /** What has to be sent next; empty if nothing more is needed. */
  List<Q> next();

  /** Takes the answers to what was to be sent, in its order. */
  void add(List<R> answers);

  /** Sends them until no more are needed. */
  default void send(Concurrency concurrency, Function<Q, R> client) {
    for (List<Q> next = next(); !next.isEmpty(); next = next()) {
      add(Senders.all(concurrency, next, client));
    }
  }
}
