package dev.keyplan.model;

import java.util.Locale;

/** What storage and requests cost. The names are DynamoDB's. */
public enum TableClass {
  STANDARD,
  STANDARD_INFREQUENT_ACCESS;

  /** The language's word. */
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }
}
