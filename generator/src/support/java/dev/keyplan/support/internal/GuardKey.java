package dev.keyplan.support.internal;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import software.amazon.awssdk.core.SdkBytes;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/**
 * The primary key of the guards in a table.
 *
 * @param sortKey its name, if the table has one
 */
record GuardKey(String partitionKey, Optional<String> sortKey, Sort sort) {
  /** What the sort key of a table is. */
  enum Sort {
    NONE,
    TEXT,
    NUMBER,
    BINARY
  }

  /** The key that holds a text. */
  Map<String, AttributeValue> of(String text) {
    Map<String, AttributeValue> key = new HashMap<>();
    key.put(partitionKey, AttributeValue.fromS(Keys.partition(partitionKey, text)));
    sortKey.ifPresent(name -> key.put(name, sortValue(name, text)));
    return key;
  }

  /** The key of an item. */
  Map<String, AttributeValue> of(Map<String, AttributeValue> item) {
    Map<String, AttributeValue> key = new HashMap<>();
    key.put(partitionKey, item.get(partitionKey));
    sortKey.ifPresent(name -> key.put(name, item.get(name)));
    return key;
  }

  /** A text is said again: an index by the sort key would have all guards in one partition. */
  private AttributeValue sortValue(String name, String text) {
    return switch (sort) {
      case TEXT -> AttributeValue.fromS(Keys.sort(name, text));
      case NUMBER -> AttributeValue.fromN("0");
      case BINARY -> AttributeValue.fromB(SdkBytes.fromByteArray(new byte[1]));
      case NONE -> throw new IllegalStateException("The table has no sort key");
    };
  }
}
