package dev.keyplan.support;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItem;

/**
 * How transactions know the items of an entity; for generated code.
 *
 * @param keyNames the names of the key attributes
 * @param key writes a key
 * @param read reads an item
 * @param taken the attributes whose unique values an action takes
 */
public record EntityItems<K, T>(
    Set<String> keyNames,
    Function<K, Map<String, AttributeValue>> key,
    Function<Map<String, AttributeValue>, T> read,
    Function<TransactWriteItem, List<String>> taken) {
  public EntityItems {
    keyNames = Set.copyOf(keyNames);
  }

  /** Without unique values. */
  public EntityItems(
      Set<String> keyNames,
      Function<K, Map<String, AttributeValue>> key,
      Function<Map<String, AttributeValue>, T> read) {
    this(keyNames, key, read, action -> List.of());
  }
}
