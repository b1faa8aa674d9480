package dev.keyplan.diagnostic;

import dev.keyplan.source.Span;
import java.util.List;

/**
 * A change to the sources that a tool may apply as it is.
 *
 * @param title what the change does, as an editor offers it
 */
public record Fix(String title, List<Edit> edits) {
  public Fix {
    edits = List.copyOf(edits);
  }

  /** Replaces one span of a file; an empty span inserts. */
  public record Edit(Span span, String replacement) {}

  /** A fix of a single edit. */
  public static Fix replace(String title, Span span, String replacement) {
    return new Fix(title, List.of(new Edit(span, replacement)));
  }
}
