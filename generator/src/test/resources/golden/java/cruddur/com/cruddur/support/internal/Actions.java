// Copied by Keyplan. Do not edit.
package com.cruddur.support.internal;

import java.util.List;
import java.util.Map;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
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
        .expressionAttributeNames(names(put.expressionAttributeNames()))
        .expressionAttributeValues(values(put.expressionAttributeValues()))
        .returnValuesOnConditionCheckFailure(put.returnValuesOnConditionCheckFailure())
        .build();
  }

  private static UpdateItemRequest request(Update update) {
    return UpdateItemRequest.builder()
        .tableName(update.tableName())
        .key(update.key())
        .updateExpression(update.updateExpression())
        .conditionExpression(update.conditionExpression())
        .expressionAttributeNames(names(update.expressionAttributeNames()))
        .expressionAttributeValues(values(update.expressionAttributeValues()))
        .returnValuesOnConditionCheckFailure(update.returnValuesOnConditionCheckFailure())
        .build();
  }

  private static DeleteItemRequest request(Delete delete) {
    return DeleteItemRequest.builder()
        .tableName(delete.tableName())
        .key(delete.key())
        .conditionExpression(delete.conditionExpression())
        .expressionAttributeNames(names(delete.expressionAttributeNames()))
        .expressionAttributeValues(values(delete.expressionAttributeValues()))
        .returnValuesOnConditionCheckFailure(delete.returnValuesOnConditionCheckFailure())
        .build();
  }

  /** DynamoDB refuses the empty maps that the SDK has in the place of missing ones. */
  private static Map<String, String> names(Map<String, String> names) {
    return names.isEmpty() ? null : names;
  }

  private static Map<String, AttributeValue> values(
      Map<String, AttributeValue> values) {
    return values.isEmpty() ? null : values;
  }

  public static TransactWriteItem put(PutItemRequest request) {
    Put.Builder put =
        Put.builder()
            .tableName(request.tableName())
            .item(request.item())
            .conditionExpression(request.conditionExpression())
            .returnValuesOnConditionCheckFailure(request.returnValuesOnConditionCheckFailure());
    if (request.hasExpressionAttributeNames()) {
      put.expressionAttributeNames(request.expressionAttributeNames());
    }
    if (request.hasExpressionAttributeValues()) {
      put.expressionAttributeValues(request.expressionAttributeValues());
    }
    return TransactWriteItem.builder().put(put.build()).build();
  }

  public static TransactWriteItem update(UpdateItemRequest request) {
    if (request.updateExpression() == null) {
      return check(request);
    }
    Update.Builder update =
        Update.builder()
            .tableName(request.tableName())
            .key(request.key())
            .updateExpression(request.updateExpression())
            .conditionExpression(request.conditionExpression())
            .returnValuesOnConditionCheckFailure(request.returnValuesOnConditionCheckFailure());
    if (request.hasExpressionAttributeNames()) {
      update.expressionAttributeNames(request.expressionAttributeNames());
    }
    if (request.hasExpressionAttributeValues()) {
      update.expressionAttributeValues(request.expressionAttributeValues());
    }
    return TransactWriteItem.builder().update(update.build()).build();
  }

  /** An update of nothing, which a transaction does not take, still demands something. */
  private static TransactWriteItem check(UpdateItemRequest request) {
    ConditionCheck.Builder check =
        ConditionCheck.builder()
            .tableName(request.tableName())
            .key(request.key())
            .conditionExpression(request.conditionExpression())
            .returnValuesOnConditionCheckFailure(request.returnValuesOnConditionCheckFailure());
    if (request.hasExpressionAttributeNames()) {
      check.expressionAttributeNames(request.expressionAttributeNames());
    }
    if (request.hasExpressionAttributeValues()) {
      check.expressionAttributeValues(request.expressionAttributeValues());
    }
    return TransactWriteItem.builder().conditionCheck(check.build()).build();
  }

  public static TransactWriteItem delete(DeleteItemRequest request) {
    Delete.Builder delete =
        Delete.builder()
            .tableName(request.tableName())
            .key(request.key())
            .conditionExpression(request.conditionExpression())
            .returnValuesOnConditionCheckFailure(request.returnValuesOnConditionCheckFailure());
    if (request.hasExpressionAttributeNames()) {
      delete.expressionAttributeNames(request.expressionAttributeNames());
    }
    if (request.hasExpressionAttributeValues()) {
      delete.expressionAttributeValues(request.expressionAttributeValues());
    }
    return TransactWriteItem.builder().delete(delete.build()).build();
  }
}
