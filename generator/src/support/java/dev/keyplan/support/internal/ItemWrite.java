package dev.keyplan.support.internal;

import java.util.List;
import java.util.Map;
import java.util.function.Function;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
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
public final class ItemWrite {
  private final DynamoDbClient client;
  private final GuardActions guards;
  private final Function<Map<String, AttributeValue>, ?> read;
  private final ConditionFailed conditionFailed;

  /** For an entity without guards. */
  public ItemWrite(
      DynamoDbClient client,
      Function<Map<String, AttributeValue>, ?> read,
      ConditionFailed conditionFailed) {
    this(client, new GuardActions() {}, read, conditionFailed);
  }

  /** For an entity whose guards are written with the item. */
  public ItemWrite(
      DynamoDbClient client,
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
  public void send(String pattern, List<TransactWriteItem> actions, String... demands) {
    ItemActions all =
        new ItemActions(guards, read, conditionFailed, pattern, actions, List.of(demands));
    try {
      send(Actions.request(actions));
    } catch (ConditionalCheckFailedException e) {
      throw all.failure(e);
    } catch (TransactionCanceledException e) {
      send(pattern, all.withoutTaken(e).orElseThrow(() -> all.failure(e)), demands);
    }
  }

  private void send(DynamoDbRequest request) {
    if (request instanceof PutItemRequest put) {
      client.putItem(put);
    } else if (request instanceof UpdateItemRequest update) {
      client.updateItem(update);
    } else if (request instanceof DeleteItemRequest delete) {
      client.deleteItem(delete);
    } else {
      client.transactWriteItems((TransactWriteItemsRequest) request);
    }
  }
}
