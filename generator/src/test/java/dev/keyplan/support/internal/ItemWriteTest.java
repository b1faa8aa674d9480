package dev.keyplan.support.internal;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.keyplan.support.TransactionFailedException;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import software.amazon.awssdk.services.dynamodb.DynamoDbAsyncClient;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.CancellationReason;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItem;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItemsRequest;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItemsResponse;
import software.amazon.awssdk.services.dynamodb.model.TransactionCanceledException;

/** A cancelled transaction fails as such, whatever it says of its actions. */
class ItemWriteTest {
  private static final ConditionFailed NEVER =
      (pattern, demand, item, cause) -> new IllegalStateException(cause);

  private static List<TransactWriteItem> actions() {
    Map<String, AttributeValue> key = Map.of("pk", AttributeValue.fromS("a"));
    TransactWriteItem delete =
        TransactWriteItem.builder().delete(d -> d.tableName("t").key(key)).build();
    return List.of(delete, delete);
  }

  private static TransactionCanceledException cancelled(int reasons) {
    return TransactionCanceledException.builder()
        .cancellationReasons(
            List.of(
                    CancellationReason.builder().code("None").build(),
                    CancellationReason.builder().code("TransactionConflict").build(),
                    CancellationReason.builder().code("ConditionalCheckFailed").build())
                .subList(0, reasons))
        .build();
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 1, 2, 3})
  void failsForWhateverReasons(int reasons) {
    ItemWrite write = new ItemWrite(new Cancelling(reasons), item -> item, NEVER);
    AsyncItemWrite asyncWrite =
        new AsyncItemWrite(new AsyncCancelling(reasons), item -> item, NEVER);

    assertThatThrownBy(() -> write.send("Thing.move", actions(), "it is there", "it is not"))
        .isInstanceOf(TransactionFailedException.class);
    assertThatThrownBy(asyncWrite.send("Thing.move", actions(), "it is there", "it is not")::join)
        .hasCauseInstanceOf(TransactionFailedException.class);
  }

  /** Says so at once. */
  private record Cancelling(int reasons) implements DynamoDbClient {
    @Override
    public TransactWriteItemsResponse transactWriteItems(TransactWriteItemsRequest request) {
      throw cancelled(reasons);
    }

    @Override
    public String serviceName() {
      return "dynamodb";
    }

    @Override
    public void close() {}
  }

  /** Says so in its future. */
  private record AsyncCancelling(int reasons) implements DynamoDbAsyncClient {
    @Override
    public CompletableFuture<TransactWriteItemsResponse> transactWriteItems(
        TransactWriteItemsRequest request) {
      return CompletableFuture.failedFuture(cancelled(reasons));
    }

    @Override
    public String serviceName() {
      return "dynamodb";
    }

    @Override
    public void close() {}
  }
}
