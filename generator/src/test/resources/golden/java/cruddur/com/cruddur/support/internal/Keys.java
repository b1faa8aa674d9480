// Copied by Keyplan. Do not edit.
package com.cruddur.support.internal;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.UUID;
import software.amazon.awssdk.core.SdkBytes;

/** Renders values into key texts: canonical, in the order of the values, and never ambiguous. */
public final class Keys {
  /** Of an ordered text. */
  static final char END = 1;

  /** Stands in an ordered text before each character up to itself. */
  static final char ESCAPE = 2;

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

  /**
   * A number of a range, padded to the width of its ends. Where there are negative ones, it is
   * counted from a power of ten: of -5 to 99, 42 is {@code 142}.
   */
  public static String number(String name, long value, long minimum, long maximum) {
    Check.range(name, value, minimum, maximum);
    int width = Math.max(digits(minimum), digits(maximum));
    return minimum < 0
        ? signed(BigInteger.valueOf(value), width)
        : padded(Long.toString(value), width);
  }

  /** A decimal without its point, counted from a power of ten. */
  public static String decimal(String name, BigDecimal value, int precision, int scale) {
    BigDecimal scaled = Check.scaled(name, value, scale);
    return signed(Check.digits(name, scaled, precision - scale).unscaledValue(), precision);
  }

  /** A text that may hold anything, with an end that sorts below every character of it. */
  public static String ordered(String name, String value) {
    return escaped(name, value) + END;
  }

  /** The same without the end: the beginning of a longer one. */
  public static String escaped(String name, String value) {
    StringBuilder escaped = new StringBuilder();
    for (char c : text(name, value).toCharArray()) {
      if (c <= ESCAPE) {
        escaped.append(ESCAPE);
      }
      escaped.append(c);
    }
    return escaped.toString();
  }

  /** The text of fixed width with each digit {@code d} as {@code 9 - d}: greater values first. */
  public static String descending(String text) {
    char[] reversed = text.toCharArray();
    for (int i = 0; i < reversed.length; i++) {
      if (reversed[i] >= '0' && reversed[i] <= '9') {
        reversed[i] = (char) ('0' + '9' - reversed[i]);
      }
    }
    return new String(reversed);
  }

  private static String signed(BigInteger value, int digits) {
    return padded(BigInteger.TEN.pow(digits).add(value).toString(), digits + 1);
  }

  private static String padded(String digits, int width) {
    return "0".repeat(width - digits.length()) + digits;
  }

  private static int digits(long value) {
    return Long.toString(value).length() - (value < 0 ? 1 : 0);
  }

  /**
   * Less than, equal to or greater than 0: texts in DynamoDB's order, that of their UTF-8 bytes.
   */
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

  /** Refuses bytes that are too many for a partition key, or none. */
  public static SdkBytes partition(String name, SdkBytes value) {
    return bytes(name, value, PARTITION_KEY_BYTES);
  }

  /** Refuses bytes that are too many for a sort key, or none. */
  public static SdkBytes sort(String name, SdkBytes value) {
    return bytes(name, value, SORT_KEY_BYTES);
  }

  private static SdkBytes bytes(String name, SdkBytes value, int maximum) {
    limited(name, bytes(name, value).asByteArrayUnsafe().length, maximum);
    return value;
  }

  private static String bytes(String name, String value, int maximum) {
    int bytes = 0;
    for (int i = 0; i < text(name, value).length(); i++) {
      char c = value.charAt(i);
      // Each half of a surrogate pair stands for two of its four bytes.
      bytes += c < 0x80 ? 1 : c < 0x800 || Character.isSurrogate(c) ? 2 : 3;
    }
    limited(name, bytes, maximum);
    return value;
  }

  private static void limited(String name, int bytes, int maximum) {
    if (bytes > maximum) {
      throw new IllegalArgumentException(
          "The key " + name + " has " + bytes + " bytes, more than " + maximum);
    }
  }
}
