package dev.keyplan.data;

import java.math.BigDecimal;
import java.util.Base64;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** A value in DynamoDB's type system. */
public sealed interface ItemValue
    permits ItemValue.OfString,
        ItemValue.OfNumber,
        ItemValue.OfBoolean,
        ItemValue.OfBinary,
        ItemValue.OfMap,
        ItemValue.OfList {
  /** {@code S}. */
  record OfString(String value) implements ItemValue {}

  /** {@code N}. */
  record OfNumber(BigDecimal value) implements ItemValue {}

  /**
   * {@code B}.
   *
   * @param base64 its canonical text, as DynamoDB JSON has it
   */
  record OfBinary(String base64) implements ItemValue {
    /** The number of bytes. */
    int length() {
      return Base64.getDecoder().decode(base64).length;
    }
  }

  /** {@code BOOL}. */
  record OfBoolean(boolean value) implements ItemValue {}

  /** {@code M}, in order. */
  record OfMap(Map<String, ItemValue> entries) implements ItemValue {
    public OfMap {
      entries = Collections.unmodifiableMap(new LinkedHashMap<>(entries));
    }
  }

  /** {@code L}. */
  record OfList(List<ItemValue> elements) implements ItemValue {
    public OfList {
      elements = List.copyOf(elements);
    }
  }
}
