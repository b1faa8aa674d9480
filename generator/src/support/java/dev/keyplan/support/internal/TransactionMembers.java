package dev.keyplan.support.internal;

import dev.keyplan.support.EntityItems;
import dev.keyplan.support.TransactionFailedException;
import dev.keyplan.support.TransactionFailedException.Member;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.CancellationReason;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItem;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItemsRequest;
import software.amazon.awssdk.services.dynamodb.model.TransactionCanceledException;

/** The members of a transaction in order: what they do, and which of them failed. */
public final class TransactionMembers {
  /** What DynamoDB takes. */
  private static final int MOST_ACTIONS = 100;

  private static final int LONGEST_TOKEN = 36;

  private final List<Action> actions = new ArrayList<>();

  private record Action(String name, EntityItems<?, ?> items, TransactWriteItem action) {}

  /** What an action is about. */
  private record Item(String table, Map<String, AttributeValue> key) {}

  /** Adds a member of one action. */
  public TransactionMembers add(String name, EntityItems<?, ?> items, TransactWriteItem action) {
    actions.add(new Action(name, items, action));
    return this;
  }

  /** Adds a member of several actions, some of them perhaps of guards. */
  public TransactionMembers add(String name, EntityItems<?, ?> items, List<TransactWriteItem> all) {
    all.forEach(action -> add(name, items, action));
    return this;
  }

  /**
   * The transaction of these members.
   *
   * @throws IllegalArgumentException if DynamoDB does not take it
   */
  public TransactWriteItemsRequest request() {
    return checked().build();
  }

  /**
   * The same under an idempotency token.
   *
   * @throws IllegalArgumentException if DynamoDB does not take it
   */
  public TransactWriteItemsRequest request(String token) {
    if (token.isEmpty() || token.length() > LONGEST_TOKEN) {
      throw new IllegalArgumentException(
          "token has %d characters, not 1 to %d".formatted(token.length(), LONGEST_TOKEN));
    }
    return checked().clientRequestToken(token).build();
  }

  private TransactWriteItemsRequest.Builder checked() {
    if (actions.isEmpty() || actions.size() > MOST_ACTIONS) {
      throw new IllegalArgumentException(
          "The transaction has %d actions; DynamoDB takes 1 to %d"
              .formatted(actions.size(), MOST_ACTIONS));
    }
    Map<Item, String> written = new HashMap<>();
    for (Action action : actions) {
      String other = written.putIfAbsent(item(action), action.name());
      if (other != null) {
        throw new IllegalArgumentException(
            "The members %s and %s are about one item; DynamoDB takes one action on an item"
                .formatted(other, action.name()));
      }
    }
    return TransactWriteItemsRequest.builder()
        .transactItems(actions.stream().map(Action::action).toList());
  }

  private static Item item(Action member) {
    TransactWriteItem action = member.action();
    if (action.put() != null) {
      Map<String, AttributeValue> key = new HashMap<>(action.put().item());
      key.keySet().retainAll(member.items().keyNames());
      return new Item(action.put().tableName(), key);
    }
    if (action.update() != null) {
      return new Item(action.update().tableName(), action.update().key());
    }
    return action.delete() != null
        ? new Item(action.delete().tableName(), action.delete().key())
        : new Item(action.conditionCheck().tableName(), action.conditionCheck().key());
  }

  /** What a cancellation says about these members. */
  public TransactionFailedException failure(String pattern, TransactionCanceledException cause) {
    List<Member> failed = new ArrayList<>();
    for (int i = 0; i < cause.cancellationReasons().size(); i++) {
      CancellationReason reason = cause.cancellationReasons().get(i);
      if (!"None".equals(reason.code())) {
        Action action = actions.get(i);
        failed.add(
            new Member(
                action.name(),
                reason,
                action.items().read(),
                action.items().taken().apply(action.action())));
      }
    }
    return new TransactionFailedException(pattern, failed, cause);
  }
}
