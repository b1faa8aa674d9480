package dev.keyplan.source;

/**
 * A part of a source file.
 *
 * @param start the UTF-16 index of the first character
 * @param end the UTF-16 index after the last character; equal to {@code start} between characters
 */
public record Span(SourceFile file, int start, int end) {
  public Span {
    if (start < 0 || end < start || end > file.text().length()) {
      throw new IllegalArgumentException(
          "No span of %s: %d to %d of %d".formatted(file, start, end, file.text().length()));
    }
  }

  /** From the beginning of this span to the end of another of the same file. */
  public Span to(Span last) {
    return new Span(file, start, last.end);
  }

  public Position startPosition() {
    return file.position(start);
  }

  public Position endPosition() {
    return file.position(end);
  }

  /** The characters of this span. */
  public String text() {
    return file.text().substring(start, end);
  }

  /** {@code path:line:column}. */
  @Override
  public String toString() {
    Position position = startPosition();
    return file.path() + ":" + position.line() + ":" + position.column();
  }
}
