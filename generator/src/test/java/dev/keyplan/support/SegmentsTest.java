package dev.keyplan.support;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.dynamodb.DynamoDbAsyncClient;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.ScanRequest;
import software.amazon.awssdk.services.dynamodb.model.ScanResponse;

/** How much of a scan is read before its results are wanted. */
class SegmentsTest {
  private static final int PAGES_OF_A_SEGMENT = 3;
  private static final ScanRequest ALL = ScanRequest.builder().tableName("table").build();

  private final Waiting client = new Waiting();
  private final Held held = new Held();

  private Scan<String> scan(Concurrency concurrency) {
    return new Scan<>(
        client, "Thing.all", ALL, SegmentsTest::read, Cursors.withoutSecret(), concurrency);
  }

  @Test
  void readsAsManySegmentsAheadAsItMay() {
    assertThat(scan(Concurrency.DEFAULT).stream(50).findFirst()).contains("0/0");
    assertThat(client.sent.getAndSet(0)).isEqualTo(1);

    ExecutorService pool = Executors.newFixedThreadPool(2);
    try {
      assertThat(scan(Concurrency.of(3, pool)).stream(50).findFirst()).contains("0/0");
      assertThat(client.sent.getAndSet(0)).isEqualTo(3);
      assertThat(scan(Concurrency.of(3, pool)).stream(50))
          .containsExactlyInAnyOrderElementsOf(all(50));
      assertThat(client.sent.get()).isEqualTo(50 * PAGES_OF_A_SEGMENT);
    } finally {
      pool.shutdownNow();
    }
  }

  @Test
  void readsAsManySegmentsAheadAsItMayWithoutAThreadThatWaits() {
    AsyncScan<String> scan =
        new AsyncScan<>(
            held, "Thing.all", ALL, SegmentsTest::read, Cursors.withoutSecret(), Concurrency.of(4));
    List<String> items = new ArrayList<>();
    CompletableFuture<Void> done = scan.items(10).subscribe(items::add);

    assertThat(held.answers).hasSize(4);
    held.answers.get(3).run();
    // What was read is given before more is read.
    assertThat(held.answers).hasSize(4);
    for (int i = 0; i < held.answers.size(); i++) {
      held.answers.get(i).run();
    }
    assertThat(done).isCompleted();
    assertThat(items).containsExactlyInAnyOrderElementsOf(all(10));
    assertThat(held.answers).hasSize(10 * PAGES_OF_A_SEGMENT);
  }

  private static List<String> all(int segments) {
    return IntStream.range(0, segments)
        .boxed()
        .flatMap(
            segment ->
                IntStream.range(0, PAGES_OF_A_SEGMENT).mapToObj(page -> segment + "/" + page))
        .toList();
  }

  private static String read(Map<String, AttributeValue> item) {
    return item.get("pk").s();
  }

  /** One item in each page. */
  private static ScanResponse page(ScanRequest request) {
    int page =
        request.hasExclusiveStartKey()
            ? Integer.parseInt(read(request.exclusiveStartKey()).split("/", 2)[1]) + 1
            : 0;
    Map<String, AttributeValue> item =
        Map.of("pk", AttributeValue.fromS(request.segment() + "/" + page));
    ScanResponse.Builder response = ScanResponse.builder().items(List.of(item));
    return page + 1 < PAGES_OF_A_SEGMENT
        ? response.lastEvaluatedKey(item).build()
        : response.build();
  }

  private static final class Waiting implements DynamoDbClient {
    private final AtomicInteger sent = new AtomicInteger();

    @Override
    public ScanResponse scan(ScanRequest request) {
      sent.incrementAndGet();
      return page(request);
    }

    @Override
    public String serviceName() {
      return "dynamodb";
    }

    @Override
    public void close() {}
  }

  /** Answers when it is told to. */
  private static final class Held implements DynamoDbAsyncClient {
    private final List<Runnable> answers = new ArrayList<>();

    @Override
    public CompletableFuture<ScanResponse> scan(ScanRequest request) {
      CompletableFuture<ScanResponse> answer = new CompletableFuture<>();
      answers.add(() -> answer.complete(page(request)));
      return answer;
    }

    @Override
    public String serviceName() {
      return "dynamodb";
    }

    @Override
    public void close() {}
  }
}
