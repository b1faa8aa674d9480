package dev.keyplan.data;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.Map;

/** How large DynamoDB takes an item to be, by its documented rules. */
final class ItemSize {
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
      return number(number.value());
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
    if (value instanceof ItemValue.OfSet set) {
      return set.elements().stream().mapToLong(ItemSize::of).sum();
    }
    return ((ItemValue.OfList) value)
            .elements().stream().mapToLong(element -> ELEMENT + of(element)).sum()
        + CONTAINER;
  }

  /** A byte for two digits on either side of the point, without zeros at the ends, and one more. */
  private static long number(BigDecimal number) {
    if (number.signum() == 0) {
      return 1;
    }
    BigDecimal significant = number.stripTrailingZeros();
    int fraction = Math.min(Math.max(0, significant.scale()), significant.precision());
    int whole = significant.precision() - fraction;
    return 1L + (whole + 1) / 2 + (fraction + 1) / 2 + (number.signum() < 0 ? 1 : 0);
  }
}
