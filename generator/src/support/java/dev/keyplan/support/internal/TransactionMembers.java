package dev.keyplan.support.internal;

import dev.keyplan.support.TransactionFailedException;
import dev.keyplan.support.TransactionFailedException.Member;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.CancellationReason;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItem;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItemsRequest;
import software.amazon.awssdk.services.dynamodb.model.TransactionCanceledException;

/** The members of a transaction in order: what they do, and which of them failed. */
public final class TransactionMembers {
  private final List<Action> actions = new ArrayList<>();
  private final Map<String, Set<String>> keyNames = new HashMap<>();

  private record Action(
      String name,
      TransactWriteItem item,
      Function<Map<String, AttributeValue>, ?> read,
      List<String> taken) {}

  /** Has the transaction refuse to do two things with one item of a table. */
  public TransactionMembers keyed(String table, Set<String> names) {
    keyNames.put(table, names);
    return this;
  }

  /** Adds a member of one action. */
  public TransactionMembers add(
      String name, Function<Map<String, AttributeValue>, ?> read, TransactWriteItem action) {
    actions.add(new Action(name, action, read, List.of()));
    return this;
  }

  /** Adds a member of several actions. */
  public TransactionMembers add(
      String name, Function<Map<String, AttributeValue>, ?> read, List<TransactWriteItem> all) {
    all.forEach(action -> add(name, read, action));
    return this;
  }

  /**
   * Adds a member of several actions, some of them of guards.
   *
   * @param taken the attributes whose values an action takes
   */
  public TransactionMembers add(
      String name,
      Function<Map<String, AttributeValue>, ?> read,
      Function<TransactWriteItem, List<String>> taken,
      List<TransactWriteItem> all) {
    all.forEach(action -> actions.add(new Action(name, action, read, taken.apply(action))));
    return this;
  }

  /**
   * The transaction of these members.
   *
   * @throws IllegalArgumentException if two of them are about one item, or take one unique value
   */
  public TransactWriteItemsRequest request() {
    Map<List<Object>, String> members = new HashMap<>();
    for (Action action : actions) {
      Optional<List<Object>> key = key(action.item());
      String other = key.isEmpty() ? null : members.put(key.get(), action.name());
      if (other != null) {
        throw new IllegalArgumentException(
            "Two actions of the transaction are about one item: " + other + ", " + action.name());
      }
    }
    return TransactWriteItemsRequest.builder()
        .transactItems(actions.stream().map(Action::item).toList())
        .build();
  }

  /** The table and the key of what an action is about. */
  private Optional<List<Object>> key(TransactWriteItem item) {
    if (item.put() != null) {
      return key(item.put().tableName(), item.put().item());
    }
    if (item.update() != null) {
      return key(item.update().tableName(), item.update().key());
    }
    return item.delete() != null
        ? key(item.delete().tableName(), item.delete().key())
        : key(item.conditionCheck().tableName(), item.conditionCheck().key());
  }

  private Optional<List<Object>> key(String table, Map<String, AttributeValue> item) {
    if (!keyNames.containsKey(table)) {
      return Optional.empty();
    }
    Map<String, AttributeValue> key = new HashMap<>(item);
    key.keySet().retainAll(keyNames.get(table));
    return Optional.of(List.of(table, key));
  }

  /** What a cancellation says about these members. */
  public TransactionFailedException failure(String pattern, TransactionCanceledException cause) {
    List<Member> failed = new ArrayList<>();
    for (int i = 0; i < cause.cancellationReasons().size(); i++) {
      CancellationReason reason = cause.cancellationReasons().get(i);
      if (!"None".equals(reason.code())) {
        Action action = actions.get(i);
        failed.add(new Member(action.name(), reason, action.read(), action.taken()));
      }
    }
    return new TransactionFailedException(pattern, failed, cause);
  }
}
