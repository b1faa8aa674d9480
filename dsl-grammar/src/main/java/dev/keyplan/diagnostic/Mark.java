package dev.keyplan.diagnostic;

import dev.keyplan.source.SourceFile;
import dev.keyplan.source.Span;
import java.util.List;

/**
 * A part of one line to be underlined.
 *
 * @param start the UTF-16 index in the line
 * @param end the index behind the last character
 * @param text what is written beside it; may be empty
 */
record Mark(int line, int start, int end, boolean isPrimary, String text) {
  /** The marks of a label: one, or for several lines one on the first and one on the last. */
  static List<Mark> of(Label label, boolean isPrimary) {
    Span span = label.span();
    SourceFile file = span.file();
    int lastOffset = Math.max(span.start(), span.end() - 1);
    int firstLine = file.line(span.start());
    int lastLine = file.line(lastOffset);
    int start = span.start() - file.lineStart(firstLine);
    int end = Math.min(span.end() - file.lineStart(lastLine), file.lineText(lastLine).length());
    if (firstLine == lastLine) {
      return List.of(new Mark(firstLine, start, Math.max(start, end), isPrimary, label.text()));
    }
    String last = file.lineText(lastLine);
    int indentation = Math.min(last.length() - last.stripLeading().length(), end);
    return List.of(
        new Mark(firstLine, start, file.lineText(firstLine).length(), isPrimary, ""),
        new Mark(lastLine, indentation, end, isPrimary, label.text()));
  }
}
