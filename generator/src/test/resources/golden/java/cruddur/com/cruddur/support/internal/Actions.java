// Copied by Keyplan. Do not edit.
package com.cruddur.support.internal;

import software.amazon.awssdk.services.dynamodb.model.ConditionCheck;
import software.amazon.awssdk.services.dynamodb.model.Delete;
import software.amazon.awssdk.services.dynamodb.model.DeleteItemRequest;
import software.amazon.awssdk.services.dynamodb.model.Put;
import software.amazon.awssdk.services.dynamodb.model.PutItemRequest;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItem;
import software.amazon.awssdk.services.dynamodb.model.Update;
import software.amazon.awssdk.services.dynamodb.model.UpdateItemRequest;

/** Turns single writes into members of a transaction. */
public final class Actions {
  private Actions() {}

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
