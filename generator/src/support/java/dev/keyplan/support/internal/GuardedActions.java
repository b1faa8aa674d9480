package dev.keyplan.support.internal;

import dev.keyplan.support.TransactionFailedException;
import dev.keyplan.support.TransactionFailedException.Member;
import dev.keyplan.support.UniqueValueTakenException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.CancellationReason;
import software.amazon.awssdk.services.dynamodb.model.ConditionalCheckFailedException;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItem;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItemsRequest;
import software.amazon.awssdk.services.dynamodb.model.TransactionCanceledException;
import software.amazon.awssdk.services.dynamodb.model.Update;
import software.amazon.awssdk.services.dynamodb.model.UpdateItemRequest;

/**
 * The actions of an item's write and of its guards: the request for them, and why it failed.
 *
 * @param demands what the actions of the item demand, in order
 */
record GuardedActions(
    Guards guards,
    Function<Map<String, AttributeValue>, ?> read,
    ConditionFailed conditionFailed,
    String pattern,
    List<TransactWriteItem> actions,
    List<String> demands) {

  /** An update that leaves the guards alone, which is sent as such: that costs half. */
  Optional<UpdateItemRequest> update() {
    return actions.size() == 1
        ? Optional.ofNullable(actions.get(0).update()).map(GuardedActions::request)
        : Optional.empty();
  }

  private static UpdateItemRequest request(Update update) {
    return UpdateItemRequest.builder()
        .tableName(update.tableName())
        .key(update.key())
        .updateExpression(update.updateExpression())
        .conditionExpression(update.conditionExpression())
        .expressionAttributeNames(update.expressionAttributeNames())
        .expressionAttributeValues(update.expressionAttributeValues())
        .returnValuesOnConditionCheckFailure(update.returnValuesOnConditionCheckFailure())
        .build();
  }

  TransactWriteItemsRequest transaction() {
    return TransactWriteItemsRequest.builder().transactItems(actions).build();
  }

  RuntimeException failure(ConditionalCheckFailedException cause) {
    return conditionFailed.of(pattern, demands.get(0), cause.item(), cause);
  }

  RuntimeException failure(TransactionCanceledException cause) {
    List<Member> failed = new ArrayList<>();
    for (int i = 0; i < cause.cancellationReasons().size(); i++) {
      CancellationReason reason = cause.cancellationReasons().get(i);
      boolean isCondition = "ConditionalCheckFailed".equals(reason.code());
      boolean isGuard = guards.isGuard(actions.get(i));
      List<String> taken = guards.taken(actions.get(i));
      if (isCondition && !isGuard) {
        return conditionFailed.of(pattern, demands.get(i), reason.item(), cause);
      }
      if (isCondition && !taken.isEmpty()) {
        return new UniqueValueTakenException(pattern, taken, cause);
      }
      if (!"None".equals(reason.code())) {
        failed.add(new Member(isGuard ? "guard" : "item", reason, read));
      }
    }
    return new TransactionFailedException(pattern, failed, cause);
  }
}
