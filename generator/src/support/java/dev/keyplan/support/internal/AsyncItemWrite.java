package dev.keyplan.support.internal;

import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;
import software.amazon.awssdk.services.dynamodb.DynamoDbAsyncClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.ConditionalCheckFailedException;
import software.amazon.awssdk.services.dynamodb.model.DeleteItemRequest;
import software.amazon.awssdk.services.dynamodb.model.DynamoDbRequest;
import software.amazon.awssdk.services.dynamodb.model.PutItemRequest;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItem;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItemsRequest;
import software.amazon.awssdk.services.dynamodb.model.TransactionCanceledException;
import software.amazon.awssdk.services.dynamodb.model.UpdateItemRequest;

/**
 * Sends a write of an item that may take several actions, and says why it failed. One action is
 * sent as such: that costs half.
 */
public final class AsyncItemWrite {
  private final DynamoDbAsyncClient client;
  private final GuardActions guards;
  private final Function<Map<String, AttributeValue>, ?> read;
  private final ConditionFailed conditionFailed;

  /** For an entity without guards. */
  public AsyncItemWrite(
      DynamoDbAsyncClient client,
      Function<Map<String, AttributeValue>, ?> read,
      ConditionFailed conditionFailed) {
    this(client, new GuardActions() {}, read, conditionFailed);
  }

  /** For an entity whose guards are written with the item. */
  public AsyncItemWrite(
      DynamoDbAsyncClient client,
      GuardActions guards,
      Function<Map<String, AttributeValue>, ?> read,
      ConditionFailed conditionFailed) {
    this.client = client;
    this.guards = guards;
    this.read = read;
    this.conditionFailed = conditionFailed;
  }

  /**
   * Sends the actions, several as one transaction.
   *
   * @param demands what the actions of the item demand, in order
   */
  public CompletableFuture</*@Nullable*/ Void> send(
      String pattern, List<TransactWriteItem> actions, String... demands) {
    ItemActions all =
        new ItemActions(guards, read, conditionFailed, pattern, actions, List.of(demands));
    DynamoDbRequest request = Actions.request(actions);
    return request instanceof TransactWriteItemsRequest several
        ? Answer.</*@Nullable*/ Void>to(Answer.to(client.transactWriteItems(several)).done())
            .orElse(
                TransactionCanceledException.class,
                e -> send(pattern, all.withoutTaken(e).orElseThrow(() -> all.failure(e)), demands))
        : sent(request).failing(ConditionalCheckFailedException.class, all::failure).done();
  }

  private Answer<?> sent(DynamoDbRequest request) {
    if (request instanceof PutItemRequest put) {
      return Answer.to(client.putItem(put));
    }
    return request instanceof UpdateItemRequest update
        ? Answer.to(client.updateItem(update))
        : Answer.to(client.deleteItem((DeleteItemRequest) request));
  }
}
