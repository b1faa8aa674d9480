package dev.keyplan.diagnostic;

import java.util.List;

/** Turns diagnostics into a text for somebody: a person at a terminal, an IDE console, a tool. */
public interface Renderer {
  /**
   * The whole report, with a line end behind its last line; empty only if there is nothing at all.
   */
  String render(List<Diagnostic> diagnostics);
}
