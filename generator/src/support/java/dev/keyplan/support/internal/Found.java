package dev.keyplan.support.internal;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.ItemResponse;
import software.amazon.awssdk.services.dynamodb.model.TransactGetItem;
import software.amazon.awssdk.services.dynamodb.model.TransactGetItemsRequest;
import software.amazon.awssdk.services.dynamodb.model.TransactGetItemsResponse;

/** Reads what a transaction has got. */
public final class Found {
  private Found() {}

  /**
   * Refuses a transaction that asks for an item twice.
   *
   * @param members what the gets are called, in order
   */
  public static TransactGetItemsRequest once(TransactGetItemsRequest request, String... members) {
    Map<TransactGetItem, String> seen = new HashMap<>();
    for (int i = 0; i < members.length; i++) {
      String other = seen.put(request.transactItems().get(i), members[i]);
      if (other != null) {
        throw new IllegalArgumentException(
            "Two gets of the transaction are of one item: " + other + ", " + members[i]);
      }
    }
    return request;
  }

  /** The item of one member, if there is one. */
  public static <T> Optional<T> item(
      TransactGetItemsResponse all, int member, Function<Map<String, AttributeValue>, T> read) {
    return item(all, member, read, item -> true);
  }

  /**
   * The item of one member, if there is one that is wanted.
   *
   * @param isWanted given the item as it is stored
   */
  public static <T> Optional<T> item(
      TransactGetItemsResponse all,
      int member,
      Function<Map<String, AttributeValue>, T> read,
      Predicate<Map<String, AttributeValue>> isWanted) {
    ItemResponse response = all.responses().get(member);
    return response.hasItem() && isWanted.test(response.item())
        ? Optional.of(read.apply(response.item()))
        : Optional.empty();
  }
}
