package dev.keyplan.support.internal;

import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.GetItemRequest;
import software.amazon.awssdk.services.dynamodb.model.GetItemResponse;

/**
 * Reads the item that has a unique value: the guard of the value first. Between the two the item
 * may be moved or changed: then both are read again.
 */
public final class GuardedRead {
  private GuardedRead() {}

  /**
   * The item, if there is one.
   *
   * @param request for the guard
   */
  public static <T> Optional<T> find(
      DynamoDbClient client,
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
  public static <T> Optional<T> find(
      DynamoDbClient client,
      Guards guards,
      GetItemRequest request,
      Function<Map<String, AttributeValue>, T> read,
      Predicate<Map<String, AttributeValue>> isWanted) {
    for (int attempt = 0; attempt < Guards.ATTEMPTS; attempt++) {
      GetItemResponse guard = client.getItem(request);
      if (!guard.hasItem()) {
        return Optional.empty();
      }
      GetItemResponse found = client.getItem(Guards.owner(request.tableName(), guard.item()));
      if (found.hasItem() && guards.isGuarded(found.item(), request.key())) {
        return isWanted.test(found.item())
            ? Optional.of(read.apply(found.item()))
            : Optional.empty();
      }
    }
    return Optional.empty();
  }
}
