package dev.keyplan.support;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.BrokenBarrierException;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Executor;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import software.amazon.awssdk.core.exception.AbortedException;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.QueryRequest;
import software.amazon.awssdk.services.dynamodb.model.QueryResponse;

/**
 * What fails or is interrupted among queries that are sent at the same time leaves nothing behind.
 */
@Timeout(60)
class ConcurrentFailuresTest {
  private final ShardedTable table = new ShardedTable();
  private final Counting client = new Counting();
  private final ExecutorService pool = Executors.newCachedThreadPool();

  @AfterEach
  void stop() throws InterruptedException {
    pool.shutdownNow();
    assertThat(pool.awaitTermination(30, TimeUnit.SECONDS)).isTrue();
  }

  private Queries<String> queries(int buckets, int shards, Concurrency concurrency) {
    return new Queries<>(
        client,
        "Thing.things",
        ShardedTable.requests(buckets, shards),
        ShardedTable.merge(shards),
        ShardedTable.read(),
        Cursors.withoutSecret(),
        concurrency);
  }

  private void fill(int buckets, int shards, int items, long seed) {
    Random random = new Random(seed);
    for (int i = 0; i < items; i++) {
      table.put(
          random.nextInt(buckets),
          random.nextInt(shards),
          String.format("%05d", random.nextInt(99_999)));
    }
  }

  @Test
  void throwsWhatOneOfThemThrowsAndLeavesNothingBehind() {
    IllegalStateException failure = new IllegalStateException("shard 3");
    CyclicBarrier four = new CyclicBarrier(4);
    CountDownLatch failed = new CountDownLatch(1);
    Thread caller = Thread.currentThread();
    AtomicReference<Thread> failing = new AtomicReference<>();
    client.before =
        request -> {
          await(four);
          if (Thread.currentThread() != caller
              && failing.compareAndSet(null, Thread.currentThread())) {
            throw failure;
          }
          await(failed);
        };
    // The others go on when the helper that failed has ended.
    Executor telling =
        task ->
            pool.execute(
                () -> {
                  task.run();
                  if (failing.get() == Thread.currentThread()) {
                    failed.countDown();
                  }
                });

    assertThatThrownBy(() -> queries(1, 16, Concurrency.of(4, telling)).page()).isSameAs(failure);

    assertThat(client.inFlight.get()).isZero();
    assertThat(client.begun.get()).isEqualTo(4);
  }

  @Test
  void goesOnAloneWhereTheExecutorHasNoThread() throws Exception {
    fill(3, 5, 50, 4);
    List<String> all = table.all(3, 5);
    Executor rejecting =
        task -> {
          throw new RejectedExecutionException();
        };
    assertThat(queries(3, 5, Concurrency.of(8, rejecting)).stream().toList()).isEqualTo(all);
    assertThat(queries(3, 5, Concurrency.of(8, task -> {})).stream().toList()).isEqualTo(all);
    assertThat(queries(3, 5, Concurrency.of(8, Runnable::run)).stream().toList()).isEqualTo(all);
    assertThat(client.threads).containsExactly(Thread.currentThread());

    ExecutorService one = Executors.newSingleThreadExecutor();
    try {
      // The caller is the only thread that the executor has.
      Future<List<String>> inside =
          one.submit(() -> queries(3, 5, Concurrency.of(8, one)).stream().toList());
      assertThat(inside.get(30, TimeUnit.SECONDS)).isEqualTo(all);
    } finally {
      one.shutdownNow();
    }
  }

  @Test
  void throwsWhatAnExecutorThrowsThatIsBroken() {
    IllegalStateException failure = new IllegalStateException();
    Executor broken =
        task -> {
          throw failure;
        };

    assertThatThrownBy(() -> queries(1, 4, Concurrency.of(4, broken)).page()).isSameAs(failure);
    assertThat(client.begun.get()).isZero();
  }

  @Test
  void interruptsThoseOnTheirWayWithTheCaller() throws InterruptedException {
    CountDownLatch never = new CountDownLatch(1);
    CountDownLatch begun = new CountDownLatch(4);
    Set<Thread> interrupted = ConcurrentHashMap.newKeySet();
    client.before =
        request -> {
          begun.countDown();
          try {
            never.await();
          } catch (InterruptedException e) {
            interrupted.add(Thread.currentThread());
            Thread.currentThread().interrupt();
            throw AbortedException.create("aborted", e);
          }
        };
    List<Object> outcome = new ArrayList<>();
    Thread caller =
        new Thread(
            () -> {
              try {
                outcome.add(queries(1, 4, Concurrency.of(4, pool)).page());
              } catch (AbortedException e) {
                outcome.add(e);
              }
              outcome.add(Thread.currentThread().isInterrupted());
            });
    caller.start();
    await(begun);

    caller.interrupt();
    caller.join();

    assertThat(outcome).hasSize(2);
    assertThat(outcome.get(0)).isInstanceOf(AbortedException.class);
    assertThat(outcome.get(1)).isEqualTo(true);
    assertThat(client.inFlight.get()).isZero();
    assertThat(interrupted).hasSize(4);
  }

  /** A caller that has done its own part waits for the others: it can be interrupted there, too. */
  @Test
  void interruptsThoseItWaitsFor() throws Exception {
    CountDownLatch never = new CountDownLatch(1);
    CountDownLatch begun = new CountDownLatch(1);
    ExecutorService one = Executors.newSingleThreadExecutor();
    Thread[] caller = new Thread[1];
    client.before =
        request -> {
          if (Thread.currentThread() == caller[0]) {
            await(begun);
          } else {
            begun.countDown();
            try {
              never.await();
            } catch (InterruptedException e) {
              throw new IllegalStateException("told to stop");
            }
          }
        };
    List<Object> outcome = new ArrayList<>();
    caller[0] =
        new Thread(
            () -> {
              try {
                outcome.add(queries(1, 5, Concurrency.of(2, one)).page());
              } catch (RuntimeException e) {
                outcome.add(e);
              }
            });
    caller[0].start();
    await(begun);
    while (client.done.get() < 4) {
      Thread.onSpinWait();
    }
    caller[0].interrupt();
    caller[0].join();

    assertThat(outcome).singleElement().isInstanceOf(AbortedException.class);
    // What was meant for the work does not reach what the thread does next.
    assertThat(one.submit(() -> Thread.currentThread().isInterrupted()).get()).isFalse();
    one.shutdownNow();
  }

  private static void await(CountDownLatch latch) {
    try {
      assertThat(latch.await(30, TimeUnit.SECONDS)).isTrue();
    } catch (InterruptedException e) {
      throw new AssertionError(e);
    }
  }

  private static void await(CyclicBarrier barrier) {
    try {
      barrier.await(30, TimeUnit.SECONDS);
    } catch (InterruptedException | BrokenBarrierException | TimeoutException e) {
      throw new AssertionError(e);
    }
  }

  /** Counts the requests that are on their way. */
  private final class Counting implements DynamoDbClient {
    private final AtomicInteger begun = new AtomicInteger();
    private final AtomicInteger done = new AtomicInteger();
    private final AtomicInteger inFlight = new AtomicInteger();
    private final Set<Thread> threads = ConcurrentHashMap.newKeySet();
    private volatile Consumer<QueryRequest> before = request -> {};

    @Override
    public QueryResponse query(QueryRequest request) {
      begun.incrementAndGet();
      inFlight.incrementAndGet();
      threads.add(Thread.currentThread());
      try {
        before.accept(request);
        return table.query(request);
      } finally {
        done.incrementAndGet();
        inFlight.decrementAndGet();
      }
    }

    @Override
    public String serviceName() {
      return "dynamodb";
    }

    @Override
    public void close() {}
  }
}
