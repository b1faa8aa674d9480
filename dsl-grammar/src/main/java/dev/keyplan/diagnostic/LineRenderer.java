package dev.keyplan.diagnostic;

import java.util.List;
import java.util.stream.Collectors;

/**
 * One line for each diagnostic, {@code file:line:column: error[ID]: message}, in the form in which
 * IDE consoles recognise places.
 */
public final class LineRenderer implements Renderer {
  @Override
  public String render(List<Diagnostic> diagnostics) {
    return diagnostics.stream()
        .map(diagnostic -> line(diagnostic) + "\n")
        .collect(Collectors.joining());
  }

  private static String line(Diagnostic diagnostic) {
    return PrintableText.of(
        "%s: %s[%s]: %s"
            .formatted(
                diagnostic.span(),
                diagnostic.severity().label(),
                diagnostic.id(),
                diagnostic.message()));
  }
}
