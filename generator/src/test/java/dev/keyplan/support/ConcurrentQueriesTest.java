package dev.keyplan.support;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.keyplan.support.internal.Count;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.BrokenBarrierException;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.QueryRequest;
import software.amazon.awssdk.services.dynamodb.model.QueryResponse;

/** Several requests of one call, by a client that waits for its answers. */
@Timeout(60)
class ConcurrentQueriesTest {
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
  void asksAsManyShardsAtOnceAsItMay() {
    fill(1, 16, 100, 1);
    // Nobody goes on before eight are there.
    CyclicBarrier eight = new CyclicBarrier(8);
    client.before = request -> await(eight);

    Page<String> page = queries(1, 16, Concurrency.of(8, pool)).page();

    assertThat(page.items()).isNotEmpty();
    assertThat(page.items()).isEqualTo(table.all(1, 16).subList(0, page.items().size()));
    assertThat(table.asked).hasSize(16);
    assertThat(client.most.get()).isEqualTo(8);
    assertThat(client.threads).hasSize(8).contains(Thread.currentThread());
  }

  @Test
  void sendsInTheCallersThreadWithoutAnExecutor() {
    fill(2, 4, 60, 2);

    assertThat(queries(2, 4, Concurrency.of(8)).stream())
        .isEqualTo(table.all(2, 4).stream().toList());
    assertThat(client.most.get()).isEqualTo(1);
    assertThat(client.threads).containsExactly(Thread.currentThread());
  }

  /** Pages and cursors are the same, and those of one go on in the other. */
  @Test
  void answersTheSameHoweverItIsSent() {
    for (int seed = 0; seed < 20; seed++) {
      Random random = new Random(seed);
      table.clear();
      int buckets = 1 + random.nextInt(4);
      int shards = 1 + random.nextInt(12);
      fill(buckets, shards, random.nextInt(150), seed);
      List<String> all = table.all(buckets, shards);
      Queries<String> one = queries(buckets, shards, Concurrency.of(1));
      Queries<String> many = queries(buckets, shards, Concurrency.of(1 + random.nextInt(9), pool));
      assertThat(one.stream().toList()).as("seed %d", seed).isEqualTo(all);
      assertThat(many.stream().toList()).as("seed %d", seed).isEqualTo(all);
      assertThat(many.limit(7).stream().toList()).isEqualTo(all.stream().limit(7).toList());
      assertThat(pages(one, many, 1 + random.nextInt(20))).as("seed %d", seed).isEqualTo(all);
    }
  }

  private static List<String> pages(Queries<String> one, Queries<String> other, int size) {
    List<String> all = new ArrayList<>();
    Page<String> page = one.pageSize(size).page();
    assertThat(other.pageSize(size).page()).isEqualTo(page);
    all.addAll(page.items());
    while (page.next().isPresent()) {
      String cursor = page.next().get();
      page = other.pageSize(size).page(cursor);
      assertThat(one.pageSize(size).page(cursor)).isEqualTo(page);
      all.addAll(page.items());
    }
    return all;
  }

  @Test
  void asksAShardAgainOnlyWhenItsResultsAreUsedUp() {
    for (int i = 0; i < 20; i++) {
      table.put(0, 0, String.format("a%02d", i));
      table.put(0, 1, String.format("z%02d", i));
    }

    List<String> read = queries(1, 2, Concurrency.of(2, pool)).stream().limit(12).toList();

    assertThat(read).hasSize(12).allMatch(sk -> sk.startsWith("a"));
    assertThat(table.asked.stream().map(ShardedTable::partition))
        .containsExactlyInAnyOrder("B0#0", "B0#1", "B0#0", "B0#0");
  }

  @Test
  void asksForBucketsAheadOnlyWhereAllAreRead() {
    for (int bucket = 0; bucket < 12; bucket++) {
      table.put(bucket, 0, "x" + bucket);
    }
    Queries<String> queries = queries(12, 1, Concurrency.of(6, pool));

    assertThat(queries.stream().findFirst()).contains("x0");
    assertThat(queries.pageSize(1).page().items()).containsExactly("x0");
    assertThat(queries.limit(1).stream().toList()).containsExactly("x0");
    assertThat(table.asked).extracting(ShardedTable::partition).containsOnly("B0#0");
    CyclicBarrier six = new CyclicBarrier(6);
    client.before = request -> await(six);
    assertThat(queries.stream().toList()).isEqualTo(table.all(12, 1));
    assertThat(client.most.get()).isEqualTo(6);
  }

  @Test
  void countsBucketsAtTheSameTime() {
    fill(9, 1, 40, 3);
    long all = table.all(9, 1).size();

    assertThat(Count.of(client, ShardedTable.requests(9, 1), Concurrency.of(3))).isEqualTo(all);
    assertThat(client.most.get()).isEqualTo(1);
    CountDownLatch three = new CountDownLatch(3);
    client.before =
        request -> {
          three.countDown();
          await(three);
        };
    assertThat(Count.of(client, ShardedTable.requests(9, 1), Concurrency.of(3, pool)))
        .isEqualTo(all);
    assertThat(client.most.get()).isEqualTo(3);
  }

  @Test
  void goesOnAfterMoreResultsThanCanBeCounted() {
    fill(1, 2, 30, 5);
    MergedQueries<String> merged =
        new MergedQueries<>(
            "Thing.things",
            ShardedTable.requests(1, 2),
            ShardedTable.merge(2),
            ShardedTable.read(),
            item -> true,
            Cursors.withoutSecret(),
            Concurrency.DEFAULT);
    MergedPosition start = MergedPosition.start(2);
    String cursor = merged.seal(new MergedPosition(0, start.lanes(), Integer.MAX_VALUE - 1));
    Queries<String> queries = queries(1, 2, Concurrency.DEFAULT).pageSize(4);
    List<String> all = table.all(1, 2);

    Page<String> page = queries.page(cursor);
    assertThat(page.items()).isEqualTo(all.subList(0, 4));
    page = queries.page(page.next().orElseThrow());
    assertThat(page.items()).isEqualTo(all.subList(4, 8));
    assertThat(page.next()).isPresent();
  }

  @Test
  void refusesANumberOfNoRequests() {
    assertThatThrownBy(() -> Concurrency.of(0))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("The number of requests is 0, which is less than 1");
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
    private final AtomicInteger inFlight = new AtomicInteger();
    private final AtomicInteger most = new AtomicInteger();
    private final Set<Thread> threads = ConcurrentHashMap.newKeySet();
    private volatile Consumer<QueryRequest> before = request -> {};

    @Override
    public QueryResponse query(QueryRequest request) {
      most.accumulateAndGet(inFlight.incrementAndGet(), Math::max);
      threads.add(Thread.currentThread());
      try {
        before.accept(request);
        return table.query(request);
      } finally {
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
