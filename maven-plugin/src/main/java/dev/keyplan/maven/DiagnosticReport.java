package dev.keyplan.maven;

import dev.keyplan.diagnostic.Diagnostic;
import dev.keyplan.diagnostic.Severity;
import dev.keyplan.diagnostic.TextRenderer;
import java.util.List;
import org.apache.maven.plugin.logging.Log;

/** What the compiler said about a model, as a build tells it. */
final class DiagnosticReport {
  private final List<Diagnostic> diagnostics;

  DiagnosticReport(List<Diagnostic> diagnostics) {
    this.diagnostics = List.copyOf(diagnostics);
  }

  /** Logs each diagnostic once, with the lines it is about. */
  void log(Log log) {
    TextRenderer renderer = TextRenderer.plain();
    for (Diagnostic diagnostic : diagnostics) {
      String text = renderer.render(diagnostic).stripTrailing();
      switch (diagnostic.severity()) {
        case ERROR -> log.error(text);
        case WARNING -> log.warn(text);
      }
    }
  }

  /** Whether the build fails. */
  boolean refuses(boolean failOnWarnings) {
    return count(Severity.ERROR) > 0 || (failOnWarnings && count(Severity.WARNING) > 0);
  }

  /** Why the build fails, in one line: {@code 2 errors in src/main/keyplan/shop.keyplan}. */
  String summary() {
    return count(Severity.ERROR) > 0
        ? summary(Severity.ERROR)
        : summary(Severity.WARNING) + ", and `failOnWarnings` is set";
  }

  private String summary(Severity severity) {
    long count = count(severity);
    List<String> files =
        diagnostics.stream()
            .filter(diagnostic -> diagnostic.severity() == severity)
            .map(diagnostic -> diagnostic.span().file().path())
            .distinct()
            .toList();
    String where = files.size() == 1 ? files.get(0) : files.size() + " files";
    return "%d %s%s in %s".formatted(count, severity.label(), count == 1 ? "" : "s", where);
  }

  private long count(Severity severity) {
    return diagnostics.stream().filter(d -> d.severity() == severity).count();
  }
}
