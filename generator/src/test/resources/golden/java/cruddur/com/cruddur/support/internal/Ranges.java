// Copied by Keyplan. Do not edit.
package com.cruddur.support.internal;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Map;
import java.util.Objects;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** Checks of the ranges in expressions. */
public final class Ranges {
  private Ranges() {}

  /**
   * Refuses the values of a range that ends before it begins, as DynamoDB does, but in the words of
   * the caller, and without the values.
   *
   * @param values all values of a request
   * @param from the placeholder of the beginning
   * @param fromName what the caller calls it
   * @param to the placeholder of the end
   * @param toName what the caller calls it
   */
  public static Map<String, AttributeValue> ordered(
      Map<String, AttributeValue> values, String from, String fromName, String to, String toName) {
    if (compare(Objects.requireNonNull(values.get(from)), Objects.requireNonNull(values.get(to)))
        > 0) {
      throw reversed(fromName, toName);
    }
    return values;
  }

  static IllegalArgumentException reversed(String fromName, String toName) {
    return new IllegalArgumentException(
        "The range ends before it begins: " + fromName + " comes after " + toName);
  }

  /** DynamoDB's order of numbers, of binary values, and of texts, which is that of UTF-8. */
  public static int compare(AttributeValue left, AttributeValue right) {
    return left.n() != null
        ? new BigDecimal(left.n()).compareTo(new BigDecimal(right.n()))
        : Arrays.compareUnsigned(bytes(left), bytes(right));
  }

  /** What {@code begins_with} says of texts and of binary values. */
  static boolean beginsWith(AttributeValue value, AttributeValue prefix) {
    byte[] all = bytes(value);
    byte[] first = bytes(prefix);
    return all.length >= first.length
        && Arrays.equals(all, 0, first.length, first, 0, first.length);
  }

  private static byte[] bytes(AttributeValue value) {
    return value.b() != null ? value.b().asByteArray() : value.s().getBytes(StandardCharsets.UTF_8);
  }
}
