package dev.keyplan.diagnostic;

/** Colours parts of a report, if colours were asked for. */
final class Painter {
  private static final String RESET = "\u001B[0m";
  private final boolean isColoured;

  Painter(boolean isColoured) {
    this.isColoured = isColoured;
  }

  String severity(Severity severity, String text) {
    return paint(severity == Severity.ERROR ? "\u001B[1;31m" : "\u001B[1;33m", text);
  }

  String strong(String text) {
    return paint("\u001B[1m", text);
  }

  String gutter(String text) {
    return paint("\u001B[1;34m", text);
  }

  private String paint(String code, String text) {
    return isColoured && !text.isBlank() ? code + text + RESET : text;
  }
}
