package dev.keyplan.support.internal;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/**
 * The form of a key's text, from which values are read back that are stored nowhere else. A text
 * must fit the form from its first character to its last.
 */
public final class KeyText {
  private final String start;
  private final List<Hole> holes;

  /**
   * A value and the text behind it.
   *
   * @param width the number of its characters; 0 if it ends where the text behind it begins
   * @param isOrdered whether it is what {@link Keys#ordered} writes, with an end of its own
   */
  private record Hole(int width, boolean isOrdered, String next) {
    int end(String text, int begin) {
      if (isOrdered) {
        return endOfOrdered(text, begin);
      }
      if (width > 0) {
        return begin + width;
      }
      // No value contains the first character of what follows it.
      return next.isEmpty() ? text.length() : text.indexOf(next.codePointAt(0), begin);
    }
  }

  private KeyText(String start, List<Hole> holes) {
    this.start = start;
    this.holes = holes;
  }

  /** A form that begins with this text, which may be empty. */
  public static KeyText of(String start) {
    return new KeyText(start, List.of());
  }

  /** Then a value that ends where this text begins; with the key if the text is empty. */
  public KeyText value(String next) {
    return value(0, next);
  }

  /** Then a value of so many characters, and this text. */
  public KeyText value(int width, String next) {
    return with(new Hole(width, false, next));
  }

  /** Then a value that {@link Keys#ordered} has written, and this text. */
  public KeyText ordered(String next) {
    return with(new Hole(0, true, next));
  }

  private KeyText with(Hole hole) {
    List<Hole> more = new ArrayList<>(holes);
    more.add(hole);
    return new KeyText(start, List.copyOf(more));
  }

  /**
   * Reads one of the values.
   *
   * @param index 0 for the first one
   */
  public <T> Function<AttributeValue, T> read(int index, Function<String, T> reader) {
    return key -> reader.apply(value(Read.text(key), index));
  }

  private String value(String text, int index) {
    int position = start.length();
    boolean fits = text.startsWith(start);
    String value = "";
    for (int i = 0; fits && i < holes.size(); i++) {
      Hole hole = holes.get(i);
      int end = hole.end(text, position);
      fits = end > position && end <= text.length() && text.startsWith(hole.next(), end);
      if (fits && i == index) {
        value = text.substring(position, end);
      }
      position = end + hole.next().length();
    }
    if (!fits || position != text.length()) {
      throw new IllegalArgumentException("not of the form of the key");
    }
    return value;
  }

  /** Reads what {@link Keys#number} writes. */
  public static Function<String, Integer> integer(long minimum, long maximum) {
    return text -> number(text, minimum, maximum).intValueExact();
  }

  /** Reads what {@link Keys#number} writes. */
  public static Function<String, Long> longInteger(long minimum, long maximum) {
    return text -> number(text, minimum, maximum).longValueExact();
  }

  /** Reads what {@link Keys#decimal} writes. */
  public static Function<String, BigDecimal> decimal(int precision, int scale) {
    return text -> new BigDecimal(digits(text).subtract(BigInteger.TEN.pow(precision)), scale);
  }

  /** Reads what {@link Keys#descending} writes: digits in reverse, in reverse again. */
  public static <T> Function<String, T> descending(Function<String, T> reader) {
    return text -> reader.apply(Keys.descending(text));
  }

  /** Behind the first end before which no escape stands; -1 if there is none. */
  private static int endOfOrdered(String text, int begin) {
    int position = begin;
    while (position < text.length() && text.charAt(position) != Keys.END) {
      position += text.charAt(position) == Keys.ESCAPE ? 2 : 1;
    }
    return position < text.length() ? position + 1 : -1;
  }

  /** Reads what {@link Keys#ordered} writes: the characters, without escapes and the end. */
  public static <T> Function<String, T> ordered(Function<String, T> reader) {
    return written -> {
      StringBuilder text = new StringBuilder();
      for (int i = 0; i < written.length() - 1; i++) {
        boolean isEscape = written.charAt(i) == Keys.ESCAPE;
        text.append(written.charAt(isEscape ? ++i : i));
      }
      if (!Keys.ordered("text", text.toString()).equals(written)) {
        throw new IllegalArgumentException("not escaped as a key is");
      }
      return reader.apply(text.toString());
    };
  }

  /** Reads {@code true} or {@code false}. */
  public static Boolean bool(String text) {
    return switch (text) {
      case "true" -> Boolean.TRUE;
      case "false" -> Boolean.FALSE;
      default -> throw new IllegalArgumentException("neither true nor false");
    };
  }

  private static BigInteger number(String text, long minimum, long maximum) {
    BigInteger number = digits(text);
    if (minimum >= 0) {
      return number;
    }
    BigInteger largest =
        BigInteger.valueOf(minimum).negate().max(BigInteger.valueOf(maximum).abs());
    return number.subtract(BigInteger.TEN.pow(largest.toString().length()));
  }

  private static BigInteger digits(String text) {
    if (!text.chars().allMatch(c -> c >= '0' && c <= '9')) {
      throw new IllegalArgumentException("not digits alone");
    }
    return new BigInteger(text);
  }
}
