package dev.keyplan.parser;

/** Says that a mistake, reported once, was made more often. */
final class Others {
  private Others() {}

  /** {@code and in 3 more places}; empty if there are no others. */
  static String label(int count) {
    return switch (count) {
      case 0 -> "";
      case 1 -> "and in one more place";
      default -> "and in %d more places".formatted(count);
    };
  }
}
