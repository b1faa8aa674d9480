package dev.keyplan.support.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.keyplan.support.BatchIncompleteException;
import dev.keyplan.support.Concurrency;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.BatchGetItemRequest;
import software.amazon.awssdk.services.dynamodb.model.BatchGetItemResponse;
import software.amazon.awssdk.services.dynamodb.model.BatchWriteItemRequest;
import software.amazon.awssdk.services.dynamodb.model.BatchWriteItemResponse;
import software.amazon.awssdk.services.dynamodb.model.KeysAndAttributes;
import software.amazon.awssdk.services.dynamodb.model.WriteRequest;

class BatchTest {
  private final Throttled client = new Throttled();
  private final List<Integer> pauses = new ArrayList<>();
  private final Batch batch =
      new Batch(client, "table", Set.of("pk"), Concurrency.DEFAULT, pauses::add);

  @Test
  void readsInChunksAndAgainWhatWasLeft() {
    client.doneAtOnce = 60;
    for (int i = 0; i < 250; i += 2) {
      client.items.put(key(i), item(i));
    }
    List<Integer> wanted = IntStream.range(0, 250).boxed().toList();

    Map<Integer, String> found = batch.get(wanted, BatchTest::key, item -> item.get("text").s());

    assertThat(found.keySet())
        .containsExactlyElementsOf(wanted.stream().filter(i -> i % 2 == 0).toList());
    assertThat(found).containsEntry(248, "text 248");
    assertThat(client.sizes).containsExactly(100, 40, 100, 40, 50);
    assertThat(pauses).containsExactly(0, 1, 0, 1, 0);
  }

  @Test
  void readsAKeyGivenTwiceOnce() {
    client.items.put(key(1), item(1));

    assertThat(batch.get(List.of(1, 1), BatchTest::key, item -> "x")).hasSize(1);
    assertThat(client.sizes).containsExactly(1);
  }

  @Test
  void asksAgainForTheSamePart() {
    client.doneAtOnce = 60;
    IntStream.range(0, 130).forEach(i -> client.items.put(key(i), item(i)));
    List<Integer> wanted = IntStream.range(0, 130).boxed().toList();
    KeysAndAttributes what =
        KeysAndAttributes.builder().projectionExpression("text").consistentRead(true).build();
    List<BatchGetItemRequest> requests =
        BatchRequests.of("table", what, wanted.stream().map(BatchTest::key).toList());

    assertThat(requests).hasSize(2);
    assertThat(batch.get(requests, wanted, BatchTest::key, item -> item.get("text").s()))
        .hasSize(130);
    assertThat(client.sizes).containsExactly(100, 40, 30);
    assertThat(client.reads)
        .allSatisfy(
            read -> {
              assertThat(read.projectionExpression()).isEqualTo("text");
              assertThat(read.consistentRead()).isTrue();
            });
    assertThat(batch.get(List.of(), List.<Integer>of(), BatchTest::key, item -> "x")).isEmpty();
  }

  @Test
  void findsWhatHasANumberInItsKey() {
    Map<String, AttributeValue> given = Map.of("pk", AttributeValue.fromN("10.00"));
    Map<String, AttributeValue> returned = Map.of("pk", AttributeValue.fromN("10"));
    client.items.put(given, returned);

    assertThat(batch.get(List.of(given), key -> key, item -> "x")).containsOnlyKeys(given);
  }

  /** A table may be named by its ARN; what the answer calls it then is DynamoDB's affair. */
  @Test
  void losesNothingThatComesUnderAnotherNameOfTheTable() {
    client.nameInAnswers = "arn:aws:dynamodb:eu-west-1:123456789012:table/table";
    client.doneAtOnce = 2;

    batch.put(List.of(item(1), item(2), item(3)));
    assertThat(client.items).hasSize(3);
    assertThat(batch.get(List.of(1, 2, 3), BatchTest::key, item -> "x")).hasSize(3);
  }

  @Test
  void exchangesEntriesForItems() {
    client.items.put(key(1), item(1));
    client.items.put(key(2), item(2));
    Map<String, AttributeValue> entry = new HashMap<>(key(2));
    entry.put("other", AttributeValue.fromS("x"));

    assertThat(batch.items(List.of(entry, key(3), key(1)))).containsExactly(item(2), item(1));
    assertThat(batch.items(List.of())).isEmpty();
  }

  @Test
  void tellsWhatIsUnknownFromWhatIsMissing() {
    client.doneAtOnce = 3;
    client.isStuckAfter = 1;
    IntStream.range(0, 5).forEach(i -> client.items.put(key(i), item(i)));

    BatchIncompleteException failure =
        catchThrowableOfType(
            BatchIncompleteException.class,
            () -> batch.get(List.of(0, 1, 2, 3, 4), BatchTest::key, item -> "x"));

    assertThat(failure.unprocessed()).containsExactly(key(3), key(4));
    assertThat(failure).hasMessage("2 of 5 items of the batch were not processed");
    assertThat(pauses).isSorted().hasSizeBetween(5, 20);
  }

  @Test
  void writesInChunksAndAgainWhatWasLeft() {
    client.doneAtOnce = 20;
    List<Map<String, AttributeValue>> items =
        IntStream.range(0, 60).mapToObj(BatchTest::item).toList();

    batch.put(items);

    assertThat(client.sizes).containsExactly(25, 5, 25, 5, 10);
    assertThat(client.items).hasSize(60);
    batch.delete(items.stream().map(item -> Map.of("pk", item.get("pk"))).toList());
    assertThat(client.items).isEmpty();
  }

  @Test
  void saysAllThatWasNotWritten() {
    client.doneAtOnce = 10;
    client.isStuckAfter = 1;

    BatchIncompleteException failure =
        catchThrowableOfType(
            BatchIncompleteException.class,
            () -> batch.put(IntStream.range(0, 40).mapToObj(BatchTest::item).toList()));

    assertThat(failure.unprocessed())
        .containsExactlyElementsOf(IntStream.range(10, 40).mapToObj(BatchTest::key).toList());
    assertThat(client.items).hasSize(10);
  }

  @Test
  void goesOnAsLongAsThereIsProgress() {
    client.doneAtOnce = 1;

    batch.put(IntStream.range(0, 25).mapToObj(BatchTest::item).toList());

    assertThat(client.items).hasSize(25);
  }

  @Test
  void refusesTwoPutsOfOneItem() {
    Map<String, AttributeValue> other = new HashMap<>(item(1));
    other.put("text", AttributeValue.fromS("other"));

    assertThatThrownBy(() -> batch.put(List.of(item(1), item(2), other)))
        .isInstanceOf(IllegalArgumentException.class);
    assertThat(client.sizes).isEmpty();
  }

  @Test
  void stopsWhenInterrupted() {
    Batch interrupted =
        new Batch(
            client,
            "table",
            Set.of("pk"),
            Concurrency.DEFAULT,
            attempt -> {
              throw new InterruptedException();
            });

    assertThatThrownBy(() -> interrupted.put(List.of(item(1))))
        .isInstanceOf(BatchIncompleteException.class)
        .hasCauseInstanceOf(InterruptedException.class);
    assertThat(Thread.interrupted()).isTrue();
  }

  private static Map<String, AttributeValue> key(int i) {
    return Map.of("pk", AttributeValue.fromS("key " + i));
  }

  private static Map<String, AttributeValue> item(int i) {
    return Map.of(
        "pk", AttributeValue.fromS("key " + i), "text", AttributeValue.fromS("text " + i));
  }

  /** Does only some of what it is asked, and at some time nothing any more. */
  private static final class Throttled implements DynamoDbClient {
    private final Map<Map<String, AttributeValue>, Map<String, AttributeValue>> items =
        new HashMap<>();
    private final List<Integer> sizes = new ArrayList<>();
    private final List<KeysAndAttributes> reads = new ArrayList<>();
    private String nameInAnswers = "table";
    private int doneAtOnce = Integer.MAX_VALUE;
    private int isStuckAfter = Integer.MAX_VALUE;

    @Override
    public BatchGetItemResponse batchGetItem(BatchGetItemRequest request) {
      reads.add(request.requestItems().get("table"));
      List<Map<String, AttributeValue>> keys = request.requestItems().get("table").keys();
      int done = done(keys.size());
      List<Map<String, AttributeValue>> found =
          keys.subList(0, done).stream().filter(items::containsKey).map(items::get).toList();
      List<Map<String, AttributeValue>> left = keys.subList(done, keys.size());
      return BatchGetItemResponse.builder()
          .responses(Map.of(nameInAnswers, found))
          .unprocessedKeys(
              left.isEmpty()
                  ? Map.of()
                  : Map.of(nameInAnswers, KeysAndAttributes.builder().keys(left).build()))
          .build();
    }

    @Override
    public BatchWriteItemResponse batchWriteItem(BatchWriteItemRequest request) {
      List<WriteRequest> writes = request.requestItems().get("table");
      int done = done(writes.size());
      for (WriteRequest write : writes.subList(0, done)) {
        if (write.putRequest() == null) {
          items.remove(write.deleteRequest().key());
        } else {
          Map<String, AttributeValue> item = write.putRequest().item();
          items.put(Map.of("pk", item.get("pk")), item);
        }
      }
      List<WriteRequest> left = writes.subList(done, writes.size());
      return BatchWriteItemResponse.builder()
          .unprocessedItems(left.isEmpty() ? Map.of() : Map.of(nameInAnswers, left))
          .build();
    }

    private int done(int size) {
      sizes.add(size);
      return sizes.size() > isStuckAfter ? 0 : Math.min(size, doneAtOnce);
    }

    @Override
    public String serviceName() {
      return "dynamodb";
    }

    @Override
    public void close() {}
  }
}
