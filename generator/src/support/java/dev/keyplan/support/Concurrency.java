package dev.keyplan.support;

import java.util.Optional;
import java.util.concurrent.Executor;

/**
 * How many requests of one call are sent at the same time: the shards of a query, the buckets of
 * one that is read to its end, the chunks of a batch, the segments of a scan.
 *
 * <p>Without an executor, a {@code DynamoDbClient} sends them in the caller's thread, one after
 * another. With one, its threads help the caller's: one that has no thread free, or rejects, costs
 * time and nothing else. A {@code DynamoDbAsyncClient} needs no executor.
 *
 * <p>When a request fails, no other one is begun, and the call fails as it did. Those on their way
 * are waited for; other queries of a {@code DynamoDbAsyncClient} are cancelled. When the caller's
 * thread is interrupted, those on their way are, too.
 *
 * <p>Results, their order and cursors do not depend on it.
 *
 * @param requests the most at the same time
 * @param executor whose threads send requests of a client that waits for its answers
 */
public record Concurrency(int requests, Optional<Executor> executor) {
  /** 8 at a time, of a client that waits for its answers one. */
  public static final Concurrency DEFAULT = of(8);

  public Concurrency {
    Pages.positive("number of requests", requests);
  }

  /** So many at a time, of a client that waits for its answers one. */
  public static Concurrency of(int requests) {
    return new Concurrency(requests, Optional.empty());
  }

  /** So many at a time, also of a client that waits for its answers. */
  public static Concurrency of(int requests, Executor executor) {
    return new Concurrency(requests, Optional.of(executor));
  }

  /** The most at the same time of a client that waits for its answers. */
  public int blockingRequests() {
    return executor.isPresent() ? requests : 1;
  }
}
