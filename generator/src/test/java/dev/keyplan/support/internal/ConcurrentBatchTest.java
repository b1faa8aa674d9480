package dev.keyplan.support.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.keyplan.support.BatchIncompleteException;
import dev.keyplan.support.Concurrency;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.BrokenBarrierException;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.BatchGetItemRequest;
import software.amazon.awssdk.services.dynamodb.model.BatchGetItemResponse;
import software.amazon.awssdk.services.dynamodb.model.BatchWriteItemRequest;
import software.amazon.awssdk.services.dynamodb.model.BatchWriteItemResponse;
import software.amazon.awssdk.services.dynamodb.model.WriteRequest;

/** Chunks of a batch that are sent at the same time. */
@Timeout(60)
class ConcurrentBatchTest {
  private final Barred client = new Barred();
  private final ExecutorService pool = Executors.newCachedThreadPool();

  @AfterEach
  void stop() throws InterruptedException {
    pool.shutdownNow();
    assertThat(pool.awaitTermination(30, TimeUnit.SECONDS)).isTrue();
  }

  private Batch batch(Concurrency concurrency) {
    return new Batch(client, "table", Set.of("pk"), concurrency, attempts -> {});
  }

  @Test
  void sendsAsManyChunksAtOnceAsItMay() {
    client.together(4, 8);

    batch(Concurrency.of(4, pool)).put(items(8 * 25));

    assertThat(client.items).hasSize(200);
    assertThat(client.most.get()).isEqualTo(4);
  }

  @Test
  void keepsTheOrderOfTheKeys() {
    batch(Concurrency.DEFAULT).put(items(350));
    assertThat(client.most.get()).isEqualTo(1);
    client.together(2, 4);
    List<Integer> wanted = IntStream.range(0, 400).mapToObj(i -> 399 - i).toList();

    Map<Integer, Integer> found =
        batch(Concurrency.of(2, pool))
            .get(
                wanted,
                i -> Map.of("pk", key(i)),
                item -> Integer.parseInt(item.get("pk").s().substring("key ".length())));

    assertThat(found.keySet()).containsExactlyElementsOf(wanted.subList(50, 400));
    assertThat(found).allSatisfy((key, value) -> assertThat(value).isEqualTo(key));
    assertThat(client.most.get()).isEqualTo(2);
  }

  @Test
  void saysAllThatWasNotWritten() {
    client.stuck = key(30);

    BatchIncompleteException failure =
        catchThrowableOfType(
            BatchIncompleteException.class,
            () -> {
              client.together(3, 3);
              batch(Concurrency.of(3, pool)).put(items(75));
            });

    assertThat(failure).hasMessage("25 of 75 items of the batch were not processed");
    assertThat(failure.unprocessed())
        .containsExactlyElementsOf(
            IntStream.range(25, 50).mapToObj(i -> Map.of("pk", key(i))).toList());
    assertThat(client.items).hasSize(50);
  }

  @Test
  void throwsWhatOneOfThemThrows() {
    client.failure = new IllegalStateException();
    client.together(4, 4);

    assertThatThrownBy(() -> batch(Concurrency.of(4, pool)).put(items(100)))
        .isSameAs(client.failure);
    assertThat(client.inFlight.get()).isZero();
  }

  /** Where no request is on its way, it is known what was not done. */
  @Test
  void saysWhatWasNotDoneWhenItIsInterruptedInAPause() {
    Batch interrupted =
        new Batch(
            client,
            "table",
            Set.of("pk"),
            Concurrency.of(4, Runnable::run),
            attempts -> {
              throw new InterruptedException();
            });

    assertThatThrownBy(() -> interrupted.put(items(60)))
        .isInstanceOf(BatchIncompleteException.class)
        .hasMessage("60 of 60 items of the batch were not processed")
        .hasCauseInstanceOf(InterruptedException.class);
    assertThat(Thread.interrupted()).isTrue();
  }

  @Test
  void goesOnAloneWhereTheExecutorHasNoThread() {
    Concurrency rejected =
        Concurrency.of(
            4,
            task -> {
              throw new RejectedExecutionException();
            });

    batch(rejected).put(items(100));

    assertThat(client.items).hasSize(100);
    assertThat(client.most.get()).isEqualTo(1);
  }

  private static AttributeValue key(int i) {
    return AttributeValue.fromS("key " + i);
  }

  private static List<Map<String, AttributeValue>> items(int count) {
    return IntStream.range(0, count).mapToObj(i -> Map.of("pk", key(i))).toList();
  }

  /** Lets requests pass together. */
  private static final class Barred implements DynamoDbClient {
    private final Map<AttributeValue, Map<String, AttributeValue>> items =
        new ConcurrentHashMap<>();
    private final AtomicInteger barred = new AtomicInteger();
    private final AtomicInteger inFlight = new AtomicInteger();
    private final AtomicInteger most = new AtomicInteger();
    private CyclicBarrier barrier = new CyclicBarrier(1);
    private AttributeValue stuck = key(-1);
    private RuntimeException failure;

    @Override
    public BatchWriteItemResponse batchWriteItem(BatchWriteItemRequest request) {
      List<WriteRequest> writes = request.requestItems().get("table");
      pass();
      if (failure != null) {
        throw failure;
      }
      if (writes.stream().anyMatch(w -> w.putRequest().item().get("pk").equals(stuck))) {
        return BatchWriteItemResponse.builder().unprocessedItems(Map.of("table", writes)).build();
      }
      writes.forEach(w -> items.put(w.putRequest().item().get("pk"), w.putRequest().item()));
      return BatchWriteItemResponse.builder().build();
    }

    @Override
    public BatchGetItemResponse batchGetItem(BatchGetItemRequest request) {
      pass();
      return BatchGetItemResponse.builder()
          .responses(
              Map.of(
                  "table",
                  request.requestItems().get("table").keys().stream()
                      .map(key -> key.get("pk"))
                      .filter(items::containsKey)
                      .map(items::get)
                      .toList()))
          .build();
    }

    /** The next requests wait for each other. */
    private void together(int parties, int requests) {
      barrier = new CyclicBarrier(parties);
      barred.set(requests);
    }

    private void pass() {
      most.accumulateAndGet(inFlight.incrementAndGet(), Math::max);
      try {
        if (barred.getAndDecrement() > 0) {
          barrier.await(30, TimeUnit.SECONDS);
        }
      } catch (InterruptedException | BrokenBarrierException | TimeoutException e) {
        throw new AssertionError(e);
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
