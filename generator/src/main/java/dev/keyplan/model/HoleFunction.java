package dev.keyplan.model;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Arrays;

/**
 * What a hole writes instead of a whole value. The texts are part of what is stored: generated code
 * writes the same ones, and no later version may write others.
 */
public sealed interface HoleFunction
    permits HoleFunction.Bucket, HoleFunction.Shard, HoleFunction.Descending, HoleFunction.Escaped {

  /** As the language writes it behind the attribute: {@code :month}. */
  default String suffix() {
    return ":" + text();
  }

  /** As the language writes it. */
  String text();

  /** Whether the value can be read from the text, so that different values have different texts. */
  boolean holdsValue();

  /** The span of time that a value lies in: <code>{at:month}</code> is {@code 2026-11}. */
  record Bucket(Unit unit) implements HoleFunction {
    @Override
    public String text() {
      return unit.word();
    }

    @Override
    public boolean holdsValue() {
      return false;
    }

    /** The bucket of a timestamp or a date: the beginning of its text. */
    public String of(String timeText) {
      return timeText.substring(0, unit.length());
    }
  }

  /** The spans of time. */
  enum Unit {
    YEAR("year", "2026"),
    MONTH("month", "2026-11"),
    DAY("day", "2026-11-23"),
    HOUR("hour", "2026-11-23T10");

    private final String word;
    private final String example;

    Unit(String word, String example) {
      this.word = word;
      this.example = example;
    }

    /** The language's word. */
    public String word() {
      return word;
    }

    /** The number of characters of a bucket. */
    public int length() {
      return example.length();
    }
  }

  /**
   * One of several parts that values are spread over: <code>{id:shard(16)}</code> is {@code 00} to
   * {@code 15}.
   *
   * @param count 2 to 1000
   */
  record Shard(int count) implements HoleFunction {
    @Override
    public String text() {
      return "shard(" + count + ")";
    }

    @Override
    public boolean holdsValue() {
      return false;
    }

    /** The number of digits. */
    public int width() {
      return Integer.toString(count - 1).length();
    }

    /**
     * The shard of a value: the first eight bytes of the SHA-256 of its text, as a number without
     * sign, modulo the number of shards.
     *
     * @param storedText the value as DynamoDB stores it on its own
     */
    public String of(String storedText) {
      try {
        byte[] hash =
            MessageDigest.getInstance("SHA-256")
                .digest(storedText.getBytes(StandardCharsets.UTF_8));
        long number = 0;
        for (byte part : Arrays.copyOf(hash, Long.BYTES)) {
          number = (number << Byte.SIZE) | (part & 0xFF);
        }
        String digits = Long.toString(Long.remainderUnsigned(number, count));
        return "0".repeat(width() - digits.length()) + digits;
      } catch (GeneralSecurityException e) {
        throw new IllegalStateException(e);
      }
    }
  }

  /**
   * The text of fixed width with each digit {@code d} as {@code 9 - d}, which sorts the other way
   * round.
   */
  record Descending() implements HoleFunction {
    @Override
    public String text() {
      return "desc";
    }

    @Override
    public boolean holdsValue() {
      return true;
    }

    /** The descending text of an ascending one; and back. */
    public static String of(String text) {
      StringBuilder reversed = new StringBuilder(text);
      for (int i = 0; i < text.length(); i++) {
        char c = text.charAt(i);
        if (c >= '0' && c <= '9') {
          reversed.setCharAt(i, (char) ('0' + '9' - c));
        }
      }
      return reversed.toString();
    }
  }

  /**
   * Text of a {@code string(ordered)} that something follows: its end is U+0001, and each of the
   * characters up to U+0002 has a U+0002 before it. So no text begins with another, whatever it
   * holds, and texts sort as they do alone.
   */
  record Escaped() implements HoleFunction {
    private static final char END = 1;
    private static final char ESCAPE = 2;

    /** Sorts behind the end, and not behind any character of a longer text. */
    public static final String BEHIND = Character.toString(ESCAPE);

    /** It comes with the type. */
    @Override
    public String suffix() {
      return "";
    }

    @Override
    public String text() {
      return "ordered";
    }

    @Override
    public boolean holdsValue() {
      return true;
    }

    /** The text in the key. */
    public static String of(String text) {
      StringBuilder escaped = new StringBuilder();
      for (int i = 0; i < text.length(); i++) {
        if (text.charAt(i) <= ESCAPE) {
          escaped.append(ESCAPE);
        }
        escaped.append(text.charAt(i));
      }
      return escaped.append(END).toString();
    }

    /** The text that {@link #of} was given. */
    public static String plain(String escaped) {
      StringBuilder text = new StringBuilder();
      for (int i = 0; i < escaped.length() - 1; i++) {
        text.append(escaped.charAt(escaped.charAt(i) == ESCAPE ? ++i : i));
      }
      return text.toString();
    }
  }
}
