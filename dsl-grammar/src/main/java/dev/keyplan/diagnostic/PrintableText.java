package dev.keyplan.diagnostic;

/**
 * Makes text from a user's file safe to print: characters that would move the cursor, change the
 * colour or reverse the reading direction of a terminal appear as {@code <U+202E>}.
 */
final class PrintableText {
  private static final int ZERO_WIDTH_NON_JOINER = 0x200C;
  private static final int ZERO_WIDTH_JOINER = 0x200D;

  private PrintableText() {}

  static String of(String text) {
    StringBuilder printable = new StringBuilder(text.length());
    text.codePoints().forEach(codePoint -> printable.append(of(codePoint)));
    return printable.toString();
  }

  static String of(int codePoint) {
    return isPrintable(codePoint) ? Character.toString(codePoint) : "<U+%04X>".formatted(codePoint);
  }

  private static boolean isPrintable(int codePoint) {
    if (codePoint == ZERO_WIDTH_JOINER || codePoint == ZERO_WIDTH_NON_JOINER) {
      // Emoji and several scripts cannot be written without these two.
      return true;
    }
    return switch (Character.getType(codePoint)) {
      case Character.CONTROL,
          Character.FORMAT,
          Character.LINE_SEPARATOR,
          Character.PARAGRAPH_SEPARATOR,
          Character.SURROGATE ->
          false;
      default -> true;
    };
  }
}
