package dev.keyplan.support.internal;

import dev.keyplan.support.TransactionFailedException;
import dev.keyplan.support.TransactionFailedException.Member;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.CancellationReason;
import software.amazon.awssdk.services.dynamodb.model.TransactionCanceledException;

/** Says why a move failed: its first action demands the item as read, its second a free key. */
public final class MoveFailure {
  private MoveFailure() {}

  public static RuntimeException of(
      String pattern,
      TransactionCanceledException cause,
      Function<Map<String, AttributeValue>, ?> read,
      ConditionFailed conditionFailed) {
    List<Member> failed = new ArrayList<>();
    List<String> demands = List.of("the item is as it was read", "no item has the new key");
    for (int i = 0; i < cause.cancellationReasons().size(); i++) {
      CancellationReason reason = cause.cancellationReasons().get(i);
      if ("ConditionalCheckFailed".equals(reason.code())) {
        return conditionFailed.of(pattern, demands.get(i), reason.item(), cause);
      }
      if (!"None".equals(reason.code())) {
        failed.add(new Member(i == 0 ? "old" : "new", reason, read));
      }
    }
    return new TransactionFailedException(pattern, failed, cause);
  }
}
