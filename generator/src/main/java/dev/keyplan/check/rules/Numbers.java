package dev.keyplan.check.rules;

import dev.keyplan.cost.CapacityUnits;
import java.util.Locale;

/** Numbers as warnings print them. */
final class Numbers {
  private static final long KILOBYTE = 1 << 10;
  private static final long MEGABYTE = 1 << 20;
  private static final long GIGABYTE = 1 << 30;

  private Numbers() {}

  /** {@code 40,000,000}. */
  static String text(long number) {
    return String.format(Locale.ROOT, "%,d", number);
  }

  /** {@code 1.5 MB}. */
  static String bytes(long bytes) {
    if (bytes < KILOBYTE) {
      return bytes + " bytes";
    }
    if (bytes < MEGABYTE) {
      return scaled(bytes, KILOBYTE, "KB");
    }
    return bytes < GIGABYTE ? scaled(bytes, MEGABYTE, "MB") : scaled(bytes, GIGABYTE, "GB");
  }

  /** {@code 1 write unit}, {@code 2 to 5 write units}. */
  static String units(CapacityUnits units) {
    String text = units.text();
    return text + (text.equals("1") ? " write unit" : " write units");
  }

  private static String scaled(long bytes, long unit, String name) {
    String text = String.format(Locale.ROOT, "%,.1f", (double) bytes / unit);
    return (text.endsWith(".0") ? text.substring(0, text.length() - 2) : text) + " " + name;
  }
}
