package dev.keyplan.model;

import dev.keyplan.source.Span;
import java.math.BigDecimal;
import java.math.MathContext;

/**
 * How often a pattern is called.
 *
 * @param calls above zero
 * @param span of the clause
 */
public record Rate(BigDecimal calls, Period period, Span span) {

  /** What calls are counted over. */
  public enum Period {
    SECOND("s", 1),
    MINUTE("min", 60),
    HOUR("h", 3_600),
    DAY("d", 86_400);

    private final String unit;
    private final int seconds;

    Period(String unit, int seconds) {
      this.unit = unit;
      this.seconds = seconds;
    }

    /** The language's word. */
    public String unit() {
      return unit;
    }
  }

  public BigDecimal callsPerSecond() {
    return calls.divide(BigDecimal.valueOf(period.seconds), MathContext.DECIMAL64);
  }

  /** As the language writes it: {@code 200/s}. */
  public String text() {
    return calls.toPlainString() + "/" + period.unit();
  }
}
