package dev.keyplan.support.internal;

import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.ItemResponse;
import software.amazon.awssdk.services.dynamodb.model.TransactGetItemsResponse;

/** Reads what a transaction has got. */
public final class Found {
  private Found() {}

  /** The item of one member, if there is one. */
  public static <T> Optional<T> item(
      TransactGetItemsResponse all, int member, Function<Map<String, AttributeValue>, T> read) {
    ItemResponse response = all.responses().get(member);
    return response.hasItem() ? Optional.of(read.apply(response.item())) : Optional.empty();
  }
}
