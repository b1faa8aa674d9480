// Copied by Keyplan. Do not edit.
package com.cruddur.support.internal;

import com.cruddur.support.TransactionFailedException;
import com.cruddur.support.TransactionFailedException.Member;
import com.cruddur.support.UniqueValueTakenException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.CancellationReason;
import software.amazon.awssdk.services.dynamodb.model.ConditionalCheckFailedException;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItem;
import software.amazon.awssdk.services.dynamodb.model.TransactionCanceledException;

/**
 * The actions of an item's write, perhaps with those of its guards, and why they failed.
 *
 * @param guards those of the entity
 * @param demands what the actions of the item demand, in order
 */
record ItemActions(
    GuardActions guards,
    Function<Map<String, AttributeValue>, ?> read,
    ConditionFailed conditionFailed,
    String pattern,
    List<TransactWriteItem> actions,
    List<String> demands) {
  private static final String CONDITION = "ConditionalCheckFailed";

  /**
   * The same without the guards that are other items' by now, if nothing else is wrong: whatever
   * this item becomes, those stay. They were taken when it had expired.
   */
  Optional<List<TransactWriteItem>> withoutTaken(TransactionCanceledException cause) {
    List<CancellationReason> reasons = cause.cancellationReasons();
    if (reasons.size() != actions.size()) {
      // Whoever answers so does not say which of them failed.
      return Optional.empty();
    }
    List<TransactWriteItem> left = new ArrayList<>();
    for (int i = 0; i < actions.size(); i++) {
      String code = reasons.get(i).code();
      if ("None".equals(code)) {
        left.add(actions.get(i));
      } else if (!CONDITION.equals(code) || !isDeleteOfGuard(actions.get(i))) {
        return Optional.empty();
      }
    }
    return left.size() < actions.size() ? Optional.of(left) : Optional.empty();
  }

  private boolean isDeleteOfGuard(TransactWriteItem action) {
    return action.delete() != null && guards.isGuard(action);
  }

  RuntimeException failure(ConditionalCheckFailedException cause) {
    return conditionFailed.of(pattern, demands.get(0), cause.item(), cause);
  }

  RuntimeException failure(TransactionCanceledException cause) {
    List<Member> failed = new ArrayList<>();
    List<CancellationReason> reasons = cause.cancellationReasons();
    // Whoever answers so may give more reasons than there are actions, or fewer.
    for (int i = 0; i < Math.min(reasons.size(), actions.size()); i++) {
      CancellationReason reason = reasons.get(i);
      TransactWriteItem action = actions.get(i);
      boolean isCondition = CONDITION.equals(reason.code());
      boolean isGuard = guards.isGuard(action);
      List<String> taken = guards.taken(action);
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
