package dev.keyplan.support.internal;

import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import java.util.function.Predicate;
import software.amazon.awssdk.services.dynamodb.DynamoDbAsyncClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.GetItemRequest;
import software.amazon.awssdk.services.dynamodb.model.GetItemResponse;

/**
 * Reads the item that has a unique value: the guard of the value first. Between the two the item
 * may be moved or changed: then both are read again.
 */
public final class AsyncGuardedRead {
  private AsyncGuardedRead() {}

  /**
   * The item, if there is one.
   *
   * @param request for the guard
   */
  public static <T> CompletableFuture<Optional<T>> find(
      DynamoDbAsyncClient client,
      Guards guards,
      GetItemRequest request,
      Function<Map<String, AttributeValue>, T> read) {
    return find(client, guards, request, read, item -> true);
  }

  /**
   * The item, if there is one that is wanted.
   *
   * @param request for the guard
   * @param isWanted given the item as it is stored
   */
  public static <T> CompletableFuture<Optional<T>> find(
      DynamoDbAsyncClient client,
      Guards guards,
      GetItemRequest request,
      Function<Map<String, AttributeValue>, T> read,
      Predicate<Map<String, AttributeValue>> isWanted) {
    Function<Map<String, AttributeValue>, Optional<T>> wanted =
        item -> isWanted.test(item) ? Optional.of(read.apply(item)) : Optional.empty();
    AtomicInteger attempts = new AtomicInteger();
    return Loop.until(
        () ->
            Answer.to(client.getItem(request))
                .compose(
                    guard -> {
                      boolean isLast = attempts.incrementAndGet() == Guards.ATTEMPTS;
                      return guard.hasItem()
                          ? Answer.to(
                                  client.getItem(Guards.owner(request.tableName(), guard.item())))
                              .then(found -> owner(found, guards, request, wanted, isLast))
                          : CompletableFuture.completedFuture(Optional.of(Optional.empty()));
                    }));
  }

  /** Empty if both have to be read again. */
  private static <T> Optional<Optional<T>> owner(
      GetItemResponse found,
      Guards guards,
      GetItemRequest request,
      Function<Map<String, AttributeValue>, Optional<T>> read,
      boolean isLast) {
    if (found.hasItem() && guards.isGuarded(found.item(), request.key())) {
      return Optional.of(read.apply(found.item()));
    }
    return isLast ? Optional.of(Optional.empty()) : Optional.empty();
  }
}
