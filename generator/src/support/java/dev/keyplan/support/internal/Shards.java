package dev.keyplan.support.internal;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.List;

/** Spreads values over the parts of a key. What is stored depends on this: it never changes. */
public final class Shards {
  private Shards() {}

  /**
   * The shard of a value, padded to the width of the last one: the first eight bytes of the SHA-256
   * of its text, as a number without sign, modulo the number of shards.
   *
   * @param text the value as it is stored on its own
   */
  public static String of(String text, int count) {
    byte[] hash;
    try {
      hash = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
    long number = 0;
    for (byte part : Arrays.copyOf(hash, Long.BYTES)) {
      number = (number << Byte.SIZE) | (part & 0xFF);
    }
    return text((int) Long.remainderUnsigned(number, count), count);
  }

  /** All shards. */
  public static List<String> all(int count) {
    return FanOut.lazily(count, shard -> text(shard, count));
  }

  private static String text(int shard, int count) {
    String digits = Integer.toString(shard);
    return "0".repeat(Integer.toString(count - 1).length() - digits.length()) + digits;
  }
}
