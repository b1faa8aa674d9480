package dev.keyplan.support.internal;

import java.util.List;
import java.util.Map;
import software.amazon.awssdk.services.dynamodb.model.ConditionCheck;
import software.amazon.awssdk.services.dynamodb.model.Delete;
import software.amazon.awssdk.services.dynamodb.model.DeleteItemRequest;
import software.amazon.awssdk.services.dynamodb.model.DynamoDbRequest;
import software.amazon.awssdk.services.dynamodb.model.Put;
import software.amazon.awssdk.services.dynamodb.model.PutItemRequest;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItem;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItemsRequest;
import software.amazon.awssdk.services.dynamodb.model.Update;
import software.amazon.awssdk.services.dynamodb.model.UpdateItemRequest;

/** Turns single writes into members of a transaction, and one that stays alone back again. */
public final class Actions {
  private Actions() {}

  /** The request for these actions: that of a single write if there is one, or a transaction. */
  public static DynamoDbRequest request(List<TransactWriteItem> actions) {
    TransactWriteItem first = actions.get(0);
    if (actions.size() > 1 || first.conditionCheck() != null) {
      return TransactWriteItemsRequest.builder().transactItems(actions).build();
    }
    if (first.put() != null) {
      return request(first.put());
    }
    return first.update() != null ? request(first.update()) : request(first.delete());
  }

  private static PutItemRequest request(Put put) {
    return PutItemRequest.builder()
        .tableName(put.tableName())
        .item(put.item())
        .conditionExpression(put.conditionExpression())
        .expressionAttributeNames(present(put.expressionAttributeNames()))
        .expressionAttributeValues(present(put.expressionAttributeValues()))
        .returnValuesOnConditionCheckFailure(put.returnValuesOnConditionCheckFailure())
        .build();
  }

  private static UpdateItemRequest request(Update update) {
    return UpdateItemRequest.builder()
        .tableName(update.tableName())
        .key(update.key())
        .updateExpression(update.updateExpression())
        .conditionExpression(update.conditionExpression())
        .expressionAttributeNames(present(update.expressionAttributeNames()))
        .expressionAttributeValues(present(update.expressionAttributeValues()))
        .returnValuesOnConditionCheckFailure(update.returnValuesOnConditionCheckFailure())
        .build();
  }

  private static DeleteItemRequest request(Delete delete) {
    return DeleteItemRequest.builder()
        .tableName(delete.tableName())
        .key(delete.key())
        .conditionExpression(delete.conditionExpression())
        .expressionAttributeNames(present(delete.expressionAttributeNames()))
        .expressionAttributeValues(present(delete.expressionAttributeValues()))
        .returnValuesOnConditionCheckFailure(delete.returnValuesOnConditionCheckFailure())
        .build();
  }

  /** DynamoDB refuses the empty maps that the SDK has in the place of missing ones. */
  static <V> /*@Nullable*/ Map<String, V> present(Map<String, V> map) {
    return map.isEmpty() ? null : map;
  }

  public static TransactWriteItem put(PutItemRequest request) {
    Put put =
        Put.builder()
            .tableName(request.tableName())
            .item(request.item())
            .conditionExpression(request.conditionExpression())
            .expressionAttributeNames(present(request.expressionAttributeNames()))
            .expressionAttributeValues(present(request.expressionAttributeValues()))
            .returnValuesOnConditionCheckFailure(request.returnValuesOnConditionCheckFailure())
            .build();
    return TransactWriteItem.builder().put(put).build();
  }

  public static TransactWriteItem update(UpdateItemRequest request) {
    if (request.updateExpression() == null) {
      return check(request);
    }
    Update update =
        Update.builder()
            .tableName(request.tableName())
            .key(request.key())
            .updateExpression(request.updateExpression())
            .conditionExpression(request.conditionExpression())
            .expressionAttributeNames(present(request.expressionAttributeNames()))
            .expressionAttributeValues(present(request.expressionAttributeValues()))
            .returnValuesOnConditionCheckFailure(request.returnValuesOnConditionCheckFailure())
            .build();
    return TransactWriteItem.builder().update(update).build();
  }

  /** An update of nothing, which a transaction does not take, still demands something. */
  private static TransactWriteItem check(UpdateItemRequest request) {
    ConditionCheck check =
        ConditionCheck.builder()
            .tableName(request.tableName())
            .key(request.key())
            .conditionExpression(request.conditionExpression())
            .expressionAttributeNames(present(request.expressionAttributeNames()))
            .expressionAttributeValues(present(request.expressionAttributeValues()))
            .returnValuesOnConditionCheckFailure(request.returnValuesOnConditionCheckFailure())
            .build();
    return TransactWriteItem.builder().conditionCheck(check).build();
  }

  public static TransactWriteItem delete(DeleteItemRequest request) {
    Delete delete =
        Delete.builder()
            .tableName(request.tableName())
            .key(request.key())
            .conditionExpression(request.conditionExpression())
            .expressionAttributeNames(present(request.expressionAttributeNames()))
            .expressionAttributeValues(present(request.expressionAttributeValues()))
            .returnValuesOnConditionCheckFailure(request.returnValuesOnConditionCheckFailure())
            .build();
    return TransactWriteItem.builder().delete(delete).build();
  }
}
