package dev.keyplan.resolve;

import dev.keyplan.diagnostic.Diagnostic;
import java.util.function.Consumer;

/** Takes what is wrong with one declaration, and remembers whether it is still sound. */
final class Reporter {
  private final Consumer<Diagnostic> sink;
  private boolean sound = true;

  private Reporter(Consumer<Diagnostic> sink) {
    this.sink = sink;
  }

  static Reporter to(Consumer<Diagnostic> sink) {
    return new Reporter(sink);
  }

  /** For a declaration that must not be talked about, because its syntax is wrong. */
  static Reporter muted() {
    Reporter reporter = new Reporter(diagnostic -> {});
    reporter.markUnsound();
    return reporter;
  }

  void report(Diagnostic diagnostic) {
    sink.accept(diagnostic);
    if (diagnostic.isError()) {
      sound = false;
    }
  }

  /** It depends on something that is wrong and has been reported elsewhere. */
  void markUnsound() {
    sound = false;
  }

  boolean isSound() {
    return sound;
  }
}
