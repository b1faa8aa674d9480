package dev.keyplan.support.text;

/** What a {@link TimePattern} can have of a time, from the greatest to the smallest. */
public enum TimeField {
  YEAR('u', 4),
  MONTH('M', 2),
  DAY('d', 2),
  HOUR('H', 2),
  MINUTE('m', 2),
  SECOND('s', 2),
  /** Of a second; a pattern has as many of its digits as it wants. */
  FRACTION('S', 9);

  private final char letter;
  private final int digits;

  TimeField(char letter, int digits) {
    this.letter = letter;
    this.digits = digits;
  }

  /** The letter that stands for each of its digits. */
  public char letter() {
    return letter;
  }

  /** How many digits it has; a fraction, at most. */
  public int digits() {
    return digits;
  }
}
