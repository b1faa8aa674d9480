package dev.keyplan.support.internal;

import dev.keyplan.support.TransactionFailedException;
import dev.keyplan.support.TransactionFailedException.Member;
import dev.keyplan.support.UniqueValueTakenException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.CancellationReason;
import software.amazon.awssdk.services.dynamodb.model.ConditionalCheckFailedException;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItem;
import software.amazon.awssdk.services.dynamodb.model.TransactionCanceledException;
import software.amazon.awssdk.services.dynamodb.model.Update;

/** Sends a write of an item together with those of its guards, and says why it failed. */
public final class GuardedWrite {
  private final DynamoDbClient client;
  private final Guards guards;
  private final Function<Map<String, AttributeValue>, ?> read;
  private final ConditionFailed conditionFailed;

  public GuardedWrite(
      DynamoDbClient client,
      Guards guards,
      Function<Map<String, AttributeValue>, ?> read,
      ConditionFailed conditionFailed) {
    this.client = client;
    this.guards = guards;
    this.read = read;
    this.conditionFailed = conditionFailed;
  }

  /**
   * Sends the actions as one transaction. An update that leaves the guards alone is sent as such:
   * that costs half.
   *
   * @param demands what the actions of the item demand, in order
   */
  public void send(String pattern, List<TransactWriteItem> actions, String... demands) {
    try {
      if (actions.size() == 1 && actions.get(0).update() != null) {
        update(actions.get(0).update());
      } else {
        client.transactWriteItems(t -> t.transactItems(actions));
      }
    } catch (ConditionalCheckFailedException e) {
      throw conditionFailed.of(pattern, demands[0], e.item(), e);
    } catch (TransactionCanceledException e) {
      throw failure(pattern, actions, e, demands);
    }
  }

  private void update(Update update) {
    client.updateItem(
        u ->
            u.tableName(update.tableName())
                .key(update.key())
                .updateExpression(update.updateExpression())
                .conditionExpression(update.conditionExpression())
                .expressionAttributeNames(update.expressionAttributeNames())
                .expressionAttributeValues(update.expressionAttributeValues())
                .returnValuesOnConditionCheckFailure(update.returnValuesOnConditionCheckFailure()));
  }

  private RuntimeException failure(
      String pattern,
      List<TransactWriteItem> actions,
      TransactionCanceledException cause,
      String[] demands) {
    List<Member> failed = new ArrayList<>();
    for (int i = 0; i < cause.cancellationReasons().size(); i++) {
      CancellationReason reason = cause.cancellationReasons().get(i);
      boolean isCondition = "ConditionalCheckFailed".equals(reason.code());
      boolean isGuard = guards.isGuard(actions.get(i));
      List<String> taken = guards.taken(actions.get(i));
      if (isCondition && !isGuard) {
        return conditionFailed.of(pattern, demands[i], reason.item(), cause);
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
