package dev.keyplan.support.internal;

import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.ItemResponse;

/** Reads what a transaction has got. */
public final class Found {
  private Found() {}

  /** The item, if there is one. */
  public static <T> Optional<T> item(
      ItemResponse response, Function<Map<String, AttributeValue>, T> read) {
    return response.hasItem() ? Optional.of(read.apply(response.item())) : Optional.empty();
  }
}
