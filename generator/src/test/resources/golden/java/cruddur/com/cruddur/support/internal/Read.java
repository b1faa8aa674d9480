// Copied by Keyplan. Do not edit.
package com.cruddur.support.internal;

import com.cruddur.support.ItemFormatException;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.regex.Pattern;
import software.amazon.awssdk.core.SdkBytes;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** Reads typed attributes from an item; what is wrong is reported with the attribute's name. */
public final class Read {
  private static final int MOST_DIGITS = 18;

  private Read() {}

  /** An attribute that every item has. */
  public static <T> T required(
      Map<String, AttributeValue> item, String name, Function<AttributeValue, T> read) {
    AttributeValue value = item.get(name);
    if (value == null) {
      throw new ItemFormatException(item, name, "is missing", null);
    }
    return read(item, name, value, read);
  }

  /** An attribute that every item has, as it is stored. */
  public static AttributeValue stored(Map<String, AttributeValue> item, String name) {
    return required(item, name, value -> value);
  }

  /** An attribute that an item may lack; NULL, which others may have stored, counts as absent. */
  public static <T> Optional<T> optional(
      Map<String, AttributeValue> item, String name, Function<AttributeValue, T> read) {
    AttributeValue value = item.get(name);
    return value == null || Boolean.TRUE.equals(value.nul())
        ? Optional.empty()
        : Optional.of(read(item, name, value, read));
  }

  /**
   * An attribute that every write sets; an item that none has written since the model has it is as
   * one that none has written at all. NULL is none of its values: writes demand what was read.
   */
  public static <T> T maintained(
      Map<String, AttributeValue> item,
      String name,
      T unwritten,
      Function<AttributeValue, T> read) {
    AttributeValue value = item.get(name);
    return value == null ? unwritten : read(item, name, value, read);
  }

  /** A set, which is empty where the item has none. */
  public static <T> Set<T> set(
      Map<String, AttributeValue> item, String name, Function<AttributeValue, Set<T>> read) {
    return optional(item, name, read).orElseGet(Set::of);
  }

  /** Something in a structure, of which an item that lacks it has nothing. */
  public static <T> T inside(
      Map<String, AttributeValue> item,
      String name,
      Function<Map<String, AttributeValue>, T> read) {
    AttributeValue value = item.get(name);
    AttributeValue structure =
        value == null || Boolean.TRUE.equals(value.nul()) ? AttributeValue.fromM(Map.of()) : value;
    return read(item, name, structure, inner -> read.apply(map(inner)));
  }

  /** Refuses the item of another entity; older items may have other names of it. */
  public static void type(
      Map<String, AttributeValue> item, String name, String expected, String... former) {
    String type = required(item, name, Read::text);
    if (!type.equals(expected) && !List.of(former).contains(type)) {
      throw new ItemFormatException(item, name, "is not " + expected, null);
    }
  }

  /** Whether a text attribute is there and is one of these. */
  public static boolean isOneOf(Map<String, AttributeValue> item, String name, String... texts) {
    AttributeValue value = item.get(name);
    return value != null && value.s() != null && List.of(texts).contains(value.s());
  }

  /** Whether a text attribute is there and has a form. */
  public static boolean matches(Map<String, AttributeValue> item, String name, Pattern form) {
    AttributeValue value = item.get(name);
    return value != null && value.s() != null && form.matcher(value.s()).matches();
  }

  /** An item of none of the entities that are asked for. */
  public static ItemFormatException unknown(Map<String, AttributeValue> item, String name) {
    return new ItemFormatException(item, name, "is of another entity", null);
  }

  public static String text(AttributeValue value) {
    if (value.s() == null) {
      throw wrongType("S", value);
    }
    return value.s();
  }

  /** An element of a set of texts. */
  public static String text(String element) {
    return element;
  }

  public static int integer(AttributeValue value) {
    return integer(numberText(value));
  }

  public static int integer(String number) {
    return Math.toIntExact(longInteger(number));
  }

  public static long longInteger(AttributeValue value) {
    return longInteger(numberText(value));
  }

  public static long longInteger(String number) {
    return isPlain(number) ? Long.parseLong(number) : new BigDecimal(number).longValueExact();
  }

  /** A number with so many digits behind the point; one that is finer is not of the model. */
  public static BigDecimal decimal(AttributeValue value, int scale) {
    return decimal(numberText(value), scale);
  }

  public static BigDecimal decimal(String number, int scale) {
    return new BigDecimal(number).setScale(scale);
  }

  public static double floating(AttributeValue value) {
    return floating(numberText(value));
  }

  public static double floating(String number) {
    return new BigDecimal(number).doubleValue();
  }

  public static SdkBytes bytes(AttributeValue value) {
    if (value.b() == null) {
      throw wrongType("B", value);
    }
    return value.b();
  }

  /** An element of a set of binary values. */
  public static SdkBytes bytes(SdkBytes element) {
    return element;
  }

  public static boolean bool(AttributeValue value) {
    if (value.bool() == null) {
      throw wrongType("BOOL", value);
    }
    return value.bool();
  }

  /** A UUID in its canonical form; another form would be another text in a key. */
  public static UUID uuid(AttributeValue value) {
    return uuid(text(value));
  }

  public static UUID uuid(String text) {
    UUID uuid = UUID.fromString(text);
    if (!uuid.toString().equals(text)) {
      throw new IllegalArgumentException("not the canonical form of a UUID");
    }
    return uuid;
  }

  public static Instant seconds(AttributeValue value) {
    return seconds(text(value));
  }

  public static Instant seconds(String text) {
    return Timestamps.parseSeconds(text);
  }

  public static Instant millis(AttributeValue value) {
    return millis(text(value));
  }

  public static Instant millis(String text) {
    return Timestamps.parseMillis(text);
  }

  public static Instant micros(AttributeValue value) {
    return micros(text(value));
  }

  public static Instant micros(String text) {
    return Timestamps.parseMicros(text);
  }

  public static Instant epochSeconds(AttributeValue value) {
    return epochSeconds(numberText(value));
  }

  public static Instant epochSeconds(String number) {
    return Timestamps.seconds("epoch", Instant.ofEpochSecond(longInteger(number)));
  }

  public static Instant epochMillis(AttributeValue value) {
    return epochMillis(numberText(value));
  }

  public static Instant epochMillis(String number) {
    return Timestamps.millis("epoch", Instant.ofEpochMilli(longInteger(number)));
  }

  /** A day of the form 2026-01-31, and no other. */
  public static LocalDate date(AttributeValue value) {
    return date(text(value));
  }

  public static LocalDate date(String text) {
    if (text.length() != "2026-01-31".length()) {
      throw new IllegalArgumentException("not a date of ten characters");
    }
    return LocalDate.parse(text);
  }

  public static String ulid(AttributeValue value) {
    return ulid(text(value));
  }

  public static String ulid(String text) {
    return Ulids.ulid("ulid", text);
  }

  public static Map<String, AttributeValue> map(AttributeValue value) {
    if (!value.hasM()) {
      throw wrongType("M", value);
    }
    return value.m();
  }

  private static String numberText(AttributeValue value) {
    if (value.n() == null) {
      throw wrongType("N", value);
    }
    return value.n();
  }

  /** Whether the number is digits and nothing else, and not too many of them for a long. */
  private static boolean isPlain(String number) {
    for (int i = 0; i < number.length(); i++) {
      if (number.charAt(i) < '0' || number.charAt(i) > '9') {
        return false;
      }
    }
    return !number.isEmpty() && number.length() <= MOST_DIGITS;
  }

  private static <T> T read(
      Map<String, AttributeValue> item,
      String name,
      AttributeValue value,
      Function<AttributeValue, T> read) {
    try {
      return read.apply(value);
    } catch (ItemFormatException e) {
      throw e.inside(item, name);
    } catch (WrongTypeException e) {
      throw new ItemFormatException(item, name, e.problem, null);
    } catch (IllegalArgumentException | ArithmeticException | DateTimeException e) {
      // Not as the cause: its message may hold the value.
      throw new ItemFormatException(item, name, "cannot be read as the model says", null);
    }
  }

  static RuntimeException wrongType(String expected, AttributeValue value) {
    return new WrongTypeException("is of type " + value.type() + ", not " + expected);
  }

  private static final class WrongTypeException extends RuntimeException {
    private static final long serialVersionUID = 1;
    private final String problem;

    WrongTypeException(String problem) {
      super(problem);
      this.problem = problem;
    }
  }
}
