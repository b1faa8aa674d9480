package dev.keyplan.support;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/**
 * What was read of some items.
 *
 * @param items those before the first that cannot be read
 * @param failure why that one cannot be read
 */
record Decoded<T>(List<T> items, Optional<RuntimeException> failure) {
  static <T> Decoded<T> of(
      List<Map<String, AttributeValue>> items, Function<Map<String, AttributeValue>, T> read) {
    List<T> decoded = new ArrayList<>();
    for (Map<String, AttributeValue> item : items) {
      try {
        decoded.add(read.apply(item));
      } catch (RuntimeException e) {
        return new Decoded<>(decoded, Optional.of(e));
      }
    }
    return new Decoded<>(decoded, Optional.empty());
  }
}
