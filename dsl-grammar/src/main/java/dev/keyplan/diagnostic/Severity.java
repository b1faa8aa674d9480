package dev.keyplan.diagnostic;

/** Whether the model is refused or only questioned. */
public enum Severity {
  /** The model is wrong; nothing is generated. */
  ERROR,
  /** The model works, but probably not as intended or not well. */
  WARNING;

  /** {@code error} or {@code warning}, as reports print it. */
  public String label() {
    return this == ERROR ? "error" : "warning";
  }
}
