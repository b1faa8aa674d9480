package dev.keyplan.support.internal;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;
import software.amazon.awssdk.services.dynamodb.DynamoDbAsyncClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.ConditionalCheckFailedException;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItem;
import software.amazon.awssdk.services.dynamodb.model.TransactionCanceledException;
import software.amazon.awssdk.services.dynamodb.model.UpdateItemRequest;

/** Sends a write of an item together with those of its guards, and says why it failed. */
public final class AsyncGuardedWrite {
  private final DynamoDbAsyncClient client;
  private final Guards guards;
  private final Function<Map<String, AttributeValue>, ?> read;
  private final ConditionFailed conditionFailed;

  public AsyncGuardedWrite(
      DynamoDbAsyncClient client,
      Guards guards,
      Function<Map<String, AttributeValue>, ?> read,
      ConditionFailed conditionFailed) {
    this.client = client;
    this.guards = guards;
    this.read = read;
    this.conditionFailed = conditionFailed;
  }

  /**
   * Sends the actions as one transaction.
   *
   * @param demands what the actions of the item demand, in order
   */
  public CompletableFuture</*@Nullable*/ Void> send(
      String pattern, List<TransactWriteItem> actions, String... demands) {
    GuardedActions all =
        new GuardedActions(guards, read, conditionFailed, pattern, actions, List.of(demands));
    Optional<UpdateItemRequest> update = all.update();
    if (update.isPresent()) {
      return Answer.to(client.updateItem(update.get()))
          .failing(ConditionalCheckFailedException.class, all::failure)
          .done();
    }
    return Answer.to(client.transactWriteItems(all.transaction()))
        .failing(TransactionCanceledException.class, all::failure)
        .done();
  }
}
