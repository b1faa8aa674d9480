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

  /** This span, another of the same file, and all between: whichever of the two comes first. */
  public Span to(Span other) {
    return new Span(file, Math.min(start, other.start), Math.max(end, other.end));
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
