// Copied by Keyplan. Do not edit.
package com.cruddur.support.internal;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.UUID;
import software.amazon.awssdk.core.SdkBytes;

/** Renders values into key texts: canonical, in the order of the values, and never ambiguous. */
public final class Keys {
  private static final int PARTITION_KEY_BYTES = 2048;
  private static final int SORT_KEY_BYTES = 1024;

  private Keys() {}

  /** Refuses empty text: the key would be that of a shorter one. */
  public static String text(String name, String value) {
    if (Check.text(name, value).isEmpty()) {
      throw new IllegalArgumentException(name + " is empty, and part of a key");
    }
    return value;
  }

  /** Refuses also text that contains what follows it in the key: two keys could be one. */
  public static String text(String name, String value, String delimiter) {
    if (text(name, value).contains(delimiter)) {
      throw new IllegalArgumentException(
          name + " contains '" + delimiter + "', which ends it in a key");
    }
    return value;
  }

  /** Refuses empty bytes, which DynamoDB takes for no key. */
  public static SdkBytes bytes(String name, SdkBytes value) {
    if (Check.present(name, value).asByteArrayUnsafe().length == 0) {
      throw new IllegalArgumentException(name + " is empty, and a key");
    }
    return value;
  }

  /** The 36 lower-case characters of a UUID. */
  public static String uuid(String name, UUID value) {
    return Check.present(name, value).toString();
  }

  /** A number of a range from 0 or more, padded to the width of its end. */
  public static String number(String name, long value, long minimum, long maximum) {
    String digits = Long.toString(Check.range(name, value, minimum, maximum));
    return "0".repeat(Long.toString(maximum).length() - digits.length()) + digits;
  }

  /** A number that may be negative: 20 digits, counted from the smallest {@code long}. */
  public static String number(long value) {
    String digits = Long.toUnsignedString(value ^ Long.MIN_VALUE);
    return "0".repeat(20 - digits.length()) + digits;
  }

  /** Less than, equal to or greater than 0: texts in DynamoDB's order, that of their UTF-8 bytes. */
  public static int order(String left, String right) {
    return Arrays.compareUnsigned(
        left.getBytes(StandardCharsets.UTF_8), right.getBytes(StandardCharsets.UTF_8));
  }

  /** Refuses a text that is too long for a partition key, or empty. */
  public static String partition(String name, String value) {
    return bytes(name, value, PARTITION_KEY_BYTES);
  }

  /** Refuses a text that is too long for a sort key, or empty. */
  public static String sort(String name, String value) {
    return bytes(name, value, SORT_KEY_BYTES);
  }

  private static String bytes(String name, String value, int maximum) {
    int bytes = 0;
    for (int i = 0; i < text(name, value).length(); i++) {
      char c = value.charAt(i);
      // Each half of a surrogate pair stands for two of its four bytes.
      bytes += c < 0x80 ? 1 : c < 0x800 || Character.isSurrogate(c) ? 2 : 3;
    }
    if (bytes > maximum) {
      throw new IllegalArgumentException(
          "The key " + name + " has " + bytes + " bytes, more than " + maximum);
    }
    return value;
  }
}
