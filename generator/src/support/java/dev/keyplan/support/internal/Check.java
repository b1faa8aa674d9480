package dev.keyplan.support.internal;

import java.math.BigDecimal;
import java.time.LocalDate;
import software.amazon.awssdk.core.SdkBytes;

/**
 * Checks of values against the model. Messages name the attribute and hold no value of the user.
 */
public final class Check {
  private static final int MOST_DIGITS = 38;
  private static final double SMALLEST = 1e-130;
  private static final double LARGEST = 1e126;

  private Check() {}

  /** Refuses null. */
  public static <T> T present(String name, /*@Nullable*/ T value) {
    if (value == null) {
      throw new IllegalArgumentException(name + " is missing");
    }
    return value;
  }

  /** Refuses text that UTF-8 cannot carry: DynamoDB would store something else. */
  public static String text(String name, String value) {
    present(name, value);
    for (int i = 0; i < value.length(); i++) {
      if (Character.isHighSurrogate(value.charAt(i))
          && i + 1 < value.length()
          && Character.isLowSurrogate(value.charAt(i + 1))) {
        i++;
      } else if (Character.isSurrogate(value.charAt(i))) {
        throw new IllegalArgumentException(name + " has half of a surrogate pair at " + i);
      }
    }
    return value;
  }

  /** Refuses text that UTF-8 cannot carry, or that has too few or too many code points. */
  public static String text(String name, String value, int minimum, int maximum) {
    text(name, value);
    int length = value.codePointCount(0, value.length());
    if (length < minimum || length > maximum) {
      throw new IllegalArgumentException(
          name + " has " + length + " characters, not " + range(minimum, maximum));
    }
    return value;
  }

  /** Refuses a day without a year of four digits, whose text would not sort. */
  public static LocalDate date(String name, LocalDate value) {
    present(name, value);
    if (value.getYear() < 0 || value.getYear() > 9999) {
      throw new IllegalArgumentException(name + " is not in the years 0000 to 9999");
    }
    return value;
  }

  /** Refuses bytes that are too few or too many. */
  public static SdkBytes bytes(String name, SdkBytes value, int minimum, int maximum) {
    int length = present(name, value).asByteArrayUnsafe().length;
    if (length < minimum || length > maximum) {
      throw new IllegalArgumentException(
          name + " has " + length + " bytes, not " + range(minimum, maximum));
    }
    return value;
  }

  /** A number with this many digits behind the point; a finer one is refused, never rounded. */
  public static BigDecimal scaled(String name, BigDecimal value, int scale) {
    digits(name, value, MOST_DIGITS);
    // Without its zeros first: to cut 1E-300000000 to a scale takes minutes, and then fails.
    BigDecimal stripped = value.scale() > scale ? value.stripTrailingZeros() : value;
    if (stripped.scale() > scale) {
      throw new IllegalArgumentException(
          name + " is finer than the " + scale + " digits behind the point that are stored");
    }
    return stripped.setScale(scale);
  }

  /** Refuses a number with too many digits before the point. */
  public static BigDecimal digits(String name, BigDecimal value, int maximum) {
    long digits = (long) present(name, value).precision() - value.scale();
    if (value.signum() != 0 && digits > maximum) {
      throw new IllegalArgumentException(
          name + " has " + digits + " digits before the point, not " + maximum);
    }
    return value;
  }

  /** Refuses numbers that DynamoDB does not store, and gives zero without a sign. */
  public static double number(String name, double value) {
    double size = Math.abs(value);
    boolean isStored = size == 0 || (size >= SMALLEST && size < LARGEST);
    if (!isStored) {
      throw new IllegalArgumentException(name + " is a number that cannot be stored");
    }
    return value + 0.0;
  }

  /** Refuses a number outside a range. */
  public static int range(String name, int value, int minimum, int maximum) {
    range(name, (long) value, minimum, maximum);
    return value;
  }

  /** Refuses a number outside a range. */
  public static long range(String name, long value, long minimum, long maximum) {
    if (value < minimum || value > maximum) {
      throw new IllegalArgumentException(name + " is not " + minimum + " to " + maximum);
    }
    return value;
  }

  /** Refuses members of a transaction that do not agree where the model says they do. */
  public static void tied(String leftName, Object left, String rightName, Object right) {
    if (!left.equals(right)) {
      throw new IllegalArgumentException(leftName + " and " + rightName + " are not equal");
    }
  }

  private static String range(int minimum, int maximum) {
    return maximum == Integer.MAX_VALUE ? minimum + " or more" : minimum + " to " + maximum;
  }
}
