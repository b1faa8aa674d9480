package dev.keyplan.model;

/** The finest part of a second that a time keeps. */
public enum Precision {
  SECONDS("s", 0),
  MILLISECONDS("ms", 3),
  MICROSECONDS("us", 6);

  private final String unit;
  private final int digits;

  Precision(String unit, int digits) {
    this.unit = unit;
    this.digits = digits;
  }

  /** The language's word. */
  public String unit() {
    return unit;
  }

  /** The number of digits after the decimal point. */
  public int digits() {
    return digits;
  }
}
