package dev.keyplan.diagnostic;

/**
 * How many cells a terminal gives to a character. Java does not know the Unicode property for it;
 * the blocks below hold what people write into models.
 */
final class CharacterWidth {
  private CharacterWidth() {}

  static int of(int codePoint) {
    return switch (Character.getType(codePoint)) {
      case Character.NON_SPACING_MARK, Character.ENCLOSING_MARK, Character.FORMAT -> 0;
      default -> isWide(codePoint) ? 2 : 1;
    };
  }

  private static boolean isWide(int codePoint) {
    return isBetween(codePoint, 0x1100, 0x115F) // Hangul letters
        || isBetween(codePoint, 0x2E80, 0x303E) // radicals, punctuation of CJK
        || isBetween(codePoint, 0x3041, 0xA4CF) // kana, ideographs, Yi
        || isBetween(codePoint, 0xAC00, 0xD7A3) // Hangul syllables
        || isBetween(codePoint, 0xF900, 0xFAFF) // compatibility ideographs
        || isBetween(codePoint, 0xFE30, 0xFE6F) // vertical forms
        || isBetween(codePoint, 0xFF00, 0xFF60) // full-width forms
        || isBetween(codePoint, 0xFFE0, 0xFFE6)
        || isBetween(codePoint, 0x1F300, 0x1F64F) // pictures and faces
        || isBetween(codePoint, 0x1F680, 0x1F6FF) // transport
        || isBetween(codePoint, 0x1F900, 0x1FAFF) // more pictures
        || isBetween(codePoint, 0x20000, 0x3FFFD); // more ideographs
  }

  private static boolean isBetween(int codePoint, int first, int last) {
    return codePoint >= first && codePoint <= last;
  }
}
