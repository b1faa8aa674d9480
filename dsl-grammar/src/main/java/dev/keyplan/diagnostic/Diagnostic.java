package dev.keyplan.diagnostic;

import dev.keyplan.source.Span;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * One thing the compiler has to say.
 *
 * @param id stable and readable, {@code UPPER_SNAKE_CASE}; never reused for something else
 * @param message what is wrong, one sentence without a full stop, names in backticks
 * @param primary the narrowest span that explains it, and why there
 * @param related other places that belong to the explanation
 * @param hint what to do, in the language's own syntax where possible
 * @param fix the hint as edits, where it can be applied blindly
 */
public record Diagnostic(
    String id,
    Severity severity,
    String message,
    Label primary,
    List<Label> related,
    Optional<String> hint,
    Optional<Fix> fix) {

  /** By file, place, severity and text: the order in which reports list diagnostics. */
  public static final Comparator<Diagnostic> ORDER =
      Comparator.comparing((Diagnostic d) -> d.span().file().path())
          .thenComparing(d -> d.span().start())
          .thenComparing(d -> d.span().end())
          .thenComparing(Diagnostic::severity)
          .thenComparing(Diagnostic::id)
          .thenComparing(Diagnostic::message);

  public Diagnostic {
    related = List.copyOf(related);
  }

  public static Diagnostic error(String id, Span span, String message) {
    return of(id, Severity.ERROR, span, message);
  }

  public static Diagnostic warning(String id, Span span, String message) {
    return of(id, Severity.WARNING, span, message);
  }

  private static Diagnostic of(String id, Severity severity, Span span, String message) {
    return new Diagnostic(
        id, severity, message, new Label(span, ""), List.of(), Optional.empty(), Optional.empty());
  }

  /** The same with a text under the primary span. */
  public Diagnostic withLabel(String text) {
    return new Diagnostic(
        id, severity, message, new Label(primary.span(), text), related, hint, fix);
  }

  /** The same with one more place. */
  public Diagnostic withRelated(Span span, String text) {
    List<Label> all = new ArrayList<>(related);
    all.add(new Label(span, text));
    return new Diagnostic(id, severity, message, primary, all, hint, fix);
  }

  public Diagnostic withHint(String text) {
    return new Diagnostic(id, severity, message, primary, related, Optional.of(text), fix);
  }

  public Diagnostic withFix(Fix edits) {
    return new Diagnostic(id, severity, message, primary, related, hint, Optional.of(edits));
  }

  public boolean isError() {
    return severity == Severity.ERROR;
  }

  public Span span() {
    return primary.span();
  }
}
