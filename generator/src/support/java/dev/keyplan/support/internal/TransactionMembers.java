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

/** The members of a transaction in order, to say which of them failed. */
public final class TransactionMembers {
  private final List<Action> actions = new ArrayList<>();

  private record Action(String name, Function<Map<String, AttributeValue>, ?> read) {}

  /** Adds a member of one action. */
  public TransactionMembers add(String name, Function<Map<String, AttributeValue>, ?> read) {
    return add(name, 1, read);
  }

  /** Adds a member of several actions. */
  public TransactionMembers add(
      String name, int count, Function<Map<String, AttributeValue>, ?> read) {
    for (int i = 0; i < count; i++) {
      actions.add(new Action(name, read));
    }
    return this;
  }

  /** What a cancellation says about these members. */
  public TransactionFailedException failure(String pattern, TransactionCanceledException cause) {
    List<Member> failed = new ArrayList<>();
    for (int i = 0; i < cause.cancellationReasons().size(); i++) {
      CancellationReason reason = cause.cancellationReasons().get(i);
      if (!"None".equals(reason.code())) {
        Action action = actions.get(i);
        failed.add(new Member(action.name(), reason, action.read()));
      }
    }
    return new TransactionFailedException(pattern, failed, cause);
  }
}
