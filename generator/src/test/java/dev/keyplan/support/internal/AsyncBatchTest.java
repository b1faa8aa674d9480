package dev.keyplan.support.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.keyplan.support.BatchIncompleteException;
import dev.keyplan.support.Concurrency;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.TimeoutException;
import java.util.stream.IntStream;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.dynamodb.DynamoDbAsyncClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.BatchWriteItemRequest;
import software.amazon.awssdk.services.dynamodb.model.BatchWriteItemResponse;
import software.amazon.awssdk.services.dynamodb.model.WriteRequest;

class AsyncBatchTest {
  private final Slow client = new Slow();
  private final List<Integer> pauses = new ArrayList<>();
  private final AsyncBatch batch =
      new AsyncBatch(
          client,
          "table",
          Set.of("pk"),
          Concurrency.of(4),
          attempts -> {
            pauses.add(attempts);
            return CompletableFuture.completedFuture(null);
          });

  @Test
  void sendsAFewChunksAtATime() {
    CompletableFuture<Void> done = batch.put(items(250));

    assertThat(client.sent).hasSize(4);
    client.answer(0, 25);
    assertThat(client.sent).hasSize(5);
    for (int i = 1; i < 10; i++) {
      assertThat(done).isNotDone();
      client.answer(i, 25);
    }
    assertThat(done).isCompleted();
    assertThat(client.items).hasSize(250);
  }

  @Test
  void sendsAgainWhatWasLeft() {
    CompletableFuture<Void> done = batch.put(items(25));

    client.answer(0, 10);
    client.answer(1, 0);
    client.answer(2, 15);

    assertThat(done).isCompleted();
    assertThat(pauses).containsExactly(0, 1, 2);
    assertThat(client.items).hasSize(25);
  }

  @Test
  void saysAllThatWasNotWritten() {
    CompletableFuture<Void> done = batch.put(items(150));
    for (int attempt = 0; attempt < 10; attempt++) {
      client.answer(attempt == 0 ? 0 : 3 + attempt, 0);
    }
    assertThat(done).isNotDone();
    client.answer(1, 25);
    client.answer(2, 25);
    client.answer(3, 25);

    assertThatThrownBy(done::join)
        .isInstanceOf(CompletionException.class)
        .cause()
        .hasMessage("75 of 150 items of the batch were not processed")
        .asInstanceOf(InstanceOfAssertFactories.type(BatchIncompleteException.class))
        .extracting(BatchIncompleteException::unprocessed)
        .isEqualTo(
            IntStream.concat(IntStream.range(0, 25), IntStream.range(100, 150))
                .mapToObj(i -> Map.of("pk", key(i)))
                .toList());
    assertThat(client.items).hasSize(75);
  }

  @Test
  void beginsNothingAfterAFailure() {
    CompletableFuture<Void> done = batch.put(items(150));
    IllegalStateException failure = new IllegalStateException();
    client.sent.get(2).completeExceptionally(failure);

    assertThat(done).isNotDone();
    List.of(0, 1, 3).forEach(i -> client.answer(i, 25));

    assertThatThrownBy(done::join).hasCause(failure);
    assertThat(client.sent).hasSize(4);
  }

  @Test
  void sendsNothingAgainAfterAFailure() {
    CompletableFuture<Void> done = batch.put(items(100));
    IllegalStateException failure = new IllegalStateException();
    client.sent.get(2).completeExceptionally(failure);

    List.of(0, 1, 3).forEach(i -> client.answer(i, 10));

    assertThatThrownBy(done::join).hasCause(failure);
    assertThat(client.sent).hasSize(4);
  }

  @Test
  void cancelsWhatIsOnItsWay() {
    CompletableFuture<Void> done = batch.put(items(150));

    done.cancel(true);

    assertThat(client.sent).hasSize(4).allMatch(CompletableFuture::isCancelled);
  }

  @Test
  void beginsNothingWhenItsTimeIsOver() {
    CompletableFuture<Void> done = batch.put(items(150));

    done.completeExceptionally(new TimeoutException());

    assertThat(client.sent).hasSize(4).allMatch(CompletableFuture::isCancelled);
  }

  @Test
  void waitsWithoutAThread() {
    CompletableFuture<Void> none = Chunks.pause(0);
    assertThat(none).isCompleted();
    CompletableFuture<Void> some = Chunks.pause(10);
    assertThat(some).isNotDone();
    some.cancel(true);
  }

  private static AttributeValue key(int i) {
    return AttributeValue.fromS("key " + i);
  }

  private static List<Map<String, AttributeValue>> items(int count) {
    return IntStream.range(0, count)
        .mapToObj(i -> Map.of("pk", key(i), "text", AttributeValue.fromS("text")))
        .toList();
  }

  /** Answers when it is told to. */
  private static final class Slow implements DynamoDbAsyncClient {
    private final List<CompletableFuture<BatchWriteItemResponse>> sent = new ArrayList<>();
    private final List<List<WriteRequest>> requests = new ArrayList<>();
    private final Map<AttributeValue, Map<String, AttributeValue>> items = new HashMap<>();

    @Override
    public CompletableFuture<BatchWriteItemResponse> batchWriteItem(BatchWriteItemRequest request) {
      requests.add(request.requestItems().get("table"));
      sent.add(new CompletableFuture<>());
      return sent.get(sent.size() - 1);
    }

    /** Does the first of the items, and leaves the others. */
    void answer(int request, int done) {
      List<WriteRequest> writes = requests.get(request);
      writes
          .subList(0, done)
          .forEach(
              write -> items.put(write.putRequest().item().get("pk"), write.putRequest().item()));
      List<WriteRequest> left = writes.subList(done, writes.size());
      sent.get(request)
          .complete(
              BatchWriteItemResponse.builder()
                  .unprocessedItems(left.isEmpty() ? Map.of() : Map.of("table", left))
                  .build());
    }

    @Override
    public String serviceName() {
      return "dynamodb";
    }

    @Override
    public void close() {}
  }
}
