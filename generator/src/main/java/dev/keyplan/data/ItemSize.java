package dev.keyplan.data;

import java.nio.charset.StandardCharsets;
import java.util.Map;

/** How large DynamoDB takes an item to be, by its documented rules. */
final class ItemSize {
  /** The most that one item may have. */
  static final long LIMIT = 400L * 1024;

  private static final int CONTAINER = 3;
  private static final int ELEMENT = 1;

  private ItemSize() {}

  /** In bytes. */
  static long of(Map<String, ItemValue> item) {
    return item.entrySet().stream().mapToLong(e -> utf8(e.getKey()) + of(e.getValue())).sum();
  }

  /** The bytes of a text, which are what limits on keys count, too. */
  static int utf8(String text) {
    return text.getBytes(StandardCharsets.UTF_8).length;
  }

  private static long of(ItemValue value) {
    if (value instanceof ItemValue.OfString string) {
      return utf8(string.value());
    }
    if (value instanceof ItemValue.OfNumber number) {
      return 2 + number.value().precision() / 2L;
    }
    if (value instanceof ItemValue.OfBinary binary) {
      return binary.length();
    }
    if (value instanceof ItemValue.OfBoolean) {
      return 1;
    }
    if (value instanceof ItemValue.OfMap map) {
      return CONTAINER + (long) ELEMENT * map.entries().size() + of(map.entries());
    }
    return ((ItemValue.OfList) value)
            .elements().stream().mapToLong(element -> ELEMENT + of(element)).sum()
        + CONTAINER;
  }
}
