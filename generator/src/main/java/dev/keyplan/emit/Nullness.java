package dev.keyplan.emit;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** Which annotations say where null may be. */
public enum Nullness {
  NONE,
  /** {@code org.jspecify.annotations}. */
  JSPECIFY;

  /** What users call it. */
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }

  public static Optional<Nullness> of(String word) {
    return Arrays.stream(values()).filter(nullness -> nullness.word().equals(word)).findFirst();
  }
}
