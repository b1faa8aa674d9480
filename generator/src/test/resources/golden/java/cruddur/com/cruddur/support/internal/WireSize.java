// Copied by Keyplan. Do not edit.
package com.cruddur.support.internal;

import java.util.List;
import java.util.Map;
import software.amazon.awssdk.core.SdkBytes;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/**
 * How large items are in a request, at most. As DynamoDB's JSON they are larger than as they are
 * stored: binary values are in Base64, characters escaped, and types named.
 */
final class WireSize {
  /** <code>{"PutRequest":{"Item":{}}},</code>, <code>{"BOOL":false}</code>, quotes and the like. */
  private static final int AROUND_AN_ITEM = 32;

  private static final int AROUND_A_VALUE = 16;
  private static final int AROUND_AN_ELEMENT = 4;

  private static final int ESCAPED = 6;
  private static final int MOST_OF_A_CHARACTER = 3;

  private WireSize() {}

  /** The most bytes that a put of the item takes in a request. */
  static long of(Map<String, AttributeValue> item) {
    return AROUND_AN_ITEM + ofMap(item);
  }

  private static long of(AttributeValue value) {
    return AROUND_A_VALUE
        + switch (value.type()) {
          case S -> ofText(value.s());
          case N -> value.n().length();
          case B -> ofBytes(value.b());
          case SS -> value.ss().stream().mapToLong(WireSize::ofElement).sum();
          case NS -> value.ns().stream().mapToLong(WireSize::ofElement).sum();
          case BS -> value.bs().stream().mapToLong(b -> AROUND_AN_ELEMENT + ofBytes(b)).sum();
          case M -> ofMap(value.m());
          case L -> ofList(value.l());
          case BOOL, NUL, UNKNOWN_TO_SDK_VERSION -> 0;
        };
  }

  private static long ofMap(Map<String, AttributeValue> map) {
    return map.entrySet().stream()
        .mapToLong(entry -> ofElement(entry.getKey()) + of(entry.getValue()))
        .sum();
  }

  private static long ofList(List<AttributeValue> list) {
    return list.stream().mapToLong(WireSize::of).sum();
  }

  private static long ofElement(String text) {
    return AROUND_AN_ELEMENT + ofText(text);
  }

  private static long ofText(String text) {
    long bytes = 0;
    for (int i = 0; i < text.length(); i++) {
      char character = text.charAt(i);
      if (character < ' ' || character == '"' || character == '\\') {
        bytes += ESCAPED;
      } else {
        bytes += character < 0x80 ? 1 : MOST_OF_A_CHARACTER;
      }
    }
    return bytes;
  }

  private static long ofBytes(SdkBytes bytes) {
    return (bytes.asByteBuffer().remaining() + 2) / 3 * 4L;
  }
}
