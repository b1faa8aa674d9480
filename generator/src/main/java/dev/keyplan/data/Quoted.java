package dev.keyplan.data;

/** Pieces of a user's file in messages: in backticks, and never longer than a line can take. */
final class Quoted {
  private static final int LONGEST = 60;

  private Quoted() {}

  static String name(String text) {
    String line = text.strip().replace('\n', ' ');
    boolean isLong = line.codePointCount(0, line.length()) > LONGEST;
    return "`"
        + (isLong ? line.substring(0, line.offsetByCodePoints(0, LONGEST)) + "…" : line)
        + "`";
  }
}
