package dev.keyplan.diagnostic;

import java.util.List;

/**
 * What a phase made, and what it found wrong while making it. The value is there even when there
 * are errors: as much of it as could be made.
 */
public record Outcome<T>(T value, List<Diagnostic> diagnostics) {
  public Outcome {
    diagnostics = List.copyOf(diagnostics);
  }

  public boolean hasErrors() {
    return diagnostics.stream().anyMatch(Diagnostic::isError);
  }
}
