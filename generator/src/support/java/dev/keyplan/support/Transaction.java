package dev.keyplan.support;

import dev.keyplan.support.internal.Answer;
import dev.keyplan.support.internal.TransactionMembers;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;
import software.amazon.awssdk.services.dynamodb.DynamoDbAsyncClient;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.ConditionCheck;
import software.amazon.awssdk.services.dynamodb.model.ReturnValuesOnConditionCheckFailure;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItem;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItemsRequest;
import software.amazon.awssdk.services.dynamodb.model.TransactionCanceledException;

/**
 * A transaction that no pattern states, put together from the actions of requests: all of its
 * members are written, or none.
 *
 * <p>It is immutable; each method adds to a new one. Members have names, by which a failure tells
 * them apart.
 */
public final class Transaction {
  private final List<Member> members;
  private final Optional<String> token;

  private record Member(String name, EntityItems<?, ?> items, List<TransactWriteItem> actions) {}

  /** A transaction without members. */
  public Transaction() {
    this(List.of(), Optional.empty());
  }

  private Transaction(List<Member> members, Optional<String> token) {
    this.members = members;
    this.token = token;
  }

  /**
   * Adds a write of one action: {@code add("reply", messages.requests(), r -> r.postAction(…))}.
   */
  public <R extends EntityRequests<?, ?>> Transaction add(
      String name, R requests, Function<R, TransactWriteItem> action) {
    return with(name, requests, List.of(action.apply(requests)));
  }

  /** Adds a write of several actions, as moves and writes of unique values are. */
  public <R extends EntityRequests<?, ?>> Transaction addAll(
      String name, R requests, Function<R, List<TransactWriteItem>> actions) {
    return with(name, requests, actions.apply(requests));
  }

  /** Demands that there is an item. */
  public <K> Transaction exists(String name, EntityRequests<K, ?> requests, K key) {
    return with(name, requests, List.of(check("attribute_exists", requests, key)));
  }

  /** Demands that there is none. */
  public <K> Transaction absent(String name, EntityRequests<K, ?> requests, K key) {
    return with(name, requests, List.of(check("attribute_not_exists", requests, key)));
  }

  private Transaction with(
      String name, EntityRequests<?, ?> requests, List<TransactWriteItem> actions) {
    List<Member> more = new ArrayList<>(members);
    more.add(new Member(name, requests.entityItems(), List.copyOf(actions)));
    return new Transaction(List.copyOf(more), token);
  }

  private static <K> TransactWriteItem check(
      String function, EntityRequests<K, ?> requests, K key) {
    EntityItems<K, ?> items = requests.entityItems();
    String keyName = items.keyNames().stream().sorted().findFirst().orElseThrow();
    ConditionCheck check =
        ConditionCheck.builder()
            .tableName(requests.tableName())
            .key(items.key().apply(key))
            .conditionExpression(function + "(#key)")
            .expressionAttributeNames(Map.of("#key", keyName))
            .returnValuesOnConditionCheckFailure(ReturnValuesOnConditionCheckFailure.ALL_OLD)
            .build();
    return TransactWriteItem.builder().conditionCheck(check).build();
  }

  /**
   * Makes it idempotent: sent again under the same token within ten minutes, it changes nothing. It
   * has to be the very same then, times and random values included.
   *
   * @param idempotencyToken 1 to 36 characters
   */
  public Transaction token(String idempotencyToken) {
    return new Transaction(members, Optional.of(idempotencyToken));
  }

  /**
   * The request.
   *
   * @throws IllegalArgumentException if DynamoDB takes no such transaction: without members, of
   *     more than 100 actions, or with two on one item
   */
  public TransactWriteItemsRequest request() {
    TransactionMembers all = checked();
    return token.map(all::request).orElseGet(all::request);
  }

  private TransactionMembers checked() {
    TransactionMembers all = new TransactionMembers();
    members.forEach(member -> all.add(member.name(), member.items(), member.actions()));
    return all;
  }

  /**
   * Writes all of it.
   *
   * @throws TransactionFailedException if a member is not as it has to be; nothing is written then
   * @throws IllegalArgumentException as {@link #request}
   */
  public void send(DynamoDbClient client) {
    try {
      client.transactWriteItems(request());
    } catch (TransactionCanceledException e) {
      throw failure(e);
    }
  }

  /**
   * The same without waiting: the future fails with {@link TransactionFailedException}.
   *
   * @throws IllegalArgumentException as {@link #request}
   */
  public CompletableFuture</*@Nullable*/ Void> send(DynamoDbAsyncClient client) {
    return Answer.to(client.transactWriteItems(request()))
        .failing(TransactionCanceledException.class, this::failure)
        .done();
  }

  private TransactionFailedException failure(TransactionCanceledException cause) {
    return checked().failure("The transaction", cause);
  }
}
