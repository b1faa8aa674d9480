// Copied by Keyplan. Do not edit.
package com.cruddur.support.internal;

import java.security.SecureRandom;
import java.time.Instant;

/**
 * ULIDs: 48 bits of time in milliseconds and 80 random ones as 26 characters of Crockford's Base32,
 * upper case alone, so that equal ones are equal texts and later ones sort behind earlier ones.
 */
public final class Ulids {
  private static final int LENGTH = 26;
  private static final char[] DIGITS = "0123456789ABCDEFGHJKMNPQRSTVWXYZ".toCharArray();
  private static final long LAST_MILLI = (1L << 48) - 1;
  private static final SecureRandom RANDOM = new SecureRandom();

  private Ulids() {}

  /** Refuses what is not the canonical text of a ULID. */
  public static String ulid(String name, String value) {
    Check.present(name, value);
    boolean isUlid = value.length() == LENGTH && value.charAt(0) <= '7';
    for (int i = 0; isUlid && i < LENGTH; i++) {
      isUlid = isDigit(value.charAt(i));
    }
    if (!isUlid) {
      throw new IllegalArgumentException(name + " is not a ULID of 26 upper-case characters");
    }
    return value;
  }

  /** A new one of this time. */
  public static String random(Instant now) {
    long millis = now.toEpochMilli();
    if (millis < 0 || millis > LAST_MILLI) {
      throw new IllegalArgumentException(
          "No ULID can be made of a time before 1970 or after 10889");
    }
    char[] text = new char[LENGTH];
    write(text, 0, 10, millis);
    write(text, 10, 12, RANDOM.nextLong());
    write(text, 22, 4, RANDOM.nextInt());
    return new String(text);
  }

  /** Five bits a character, the last ones of the value. */
  private static void write(char[] text, int start, int width, long value) {
    long rest = value;
    for (int i = start + width - 1; i >= start; i--) {
      text[i] = DIGITS[(int) (rest & 31)];
      rest >>>= 5;
    }
  }

  private static boolean isDigit(char c) {
    return (c >= '0' && c <= '9') || (c >= 'A' && c <= 'Z' && "ILOU".indexOf(c) < 0);
  }
}
