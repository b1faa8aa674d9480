package dev.keyplan.diagnostic;

import dev.keyplan.source.SourceFile;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * Shows diagnostics to people, with the lines they are about:
 *
 * <pre>
 * error[PATTERN_NOT_SERVABLE]: pattern `ordersByStatus` matches no key of `Order`
 *   --> shop.keyplan:41:9
 *    |
 * 18 | entity Order in Shop {
 *    |        ----- is in no index that begins with `status`
 *    :
 * 41 | pattern ordersByStatus { query Order where status }
 *    |         ^^^^^^^^^^^^^^
 *    |
 *    = hint: add `index byStatus = "STATUS#{status}" / "{placedAt}"`
 * </pre>
 */
public final class TextRenderer implements Renderer {
  private final Painter painter;

  private TextRenderer(boolean isColoured) {
    this.painter = new Painter(isColoured);
  }

  /** For files, logs and pipes. */
  public static TextRenderer plain() {
    return new TextRenderer(false);
  }

  /** For terminals. */
  public static TextRenderer coloured() {
    return new TextRenderer(true);
  }

  /** All diagnostics, a blank line behind each, and how many there were. */
  @Override
  public String render(List<Diagnostic> diagnostics) {
    if (diagnostics.isEmpty()) {
      return "";
    }
    String all =
        diagnostics.stream()
            .map(diagnostic -> render(diagnostic) + "\n")
            .collect(Collectors.joining());
    return all + summary(diagnostics) + "\n";
  }

  /** A single diagnostic, without a summary. */
  public String render(Diagnostic diagnostic) {
    List<Excerpt> excerpts = excerpts(diagnostic);
    int lastLine = excerpts.stream().mapToInt(Excerpt::lastLine).max().orElse(0);
    Page page = new Page(painter, diagnostic.severity(), lastLine);
    page.row(headline(diagnostic));
    boolean isFirst = true;
    for (Excerpt excerpt : excerpts) {
      page.place(isFirst ? "-->" : ":::", excerpt.place());
      page.blank();
      excerpt.render(page);
      isFirst = false;
    }
    if (diagnostic.hint().isPresent()) {
      page.blank();
      page.remark("hint", diagnostic.hint().get());
    }
    return page.toString();
  }

  /** {@code 1 error, 0 warnings in 1 file}. */
  public static String summary(List<Diagnostic> diagnostics) {
    long errors = diagnostics.stream().filter(Diagnostic::isError).count();
    long warnings = diagnostics.size() - errors;
    long files = diagnostics.stream().map(d -> d.span().file().path()).distinct().count();
    return "%s, %s in %s"
        .formatted(count(errors, "error"), count(warnings, "warning"), count(files, "file"));
  }

  private static String count(long number, String noun) {
    return number + " " + noun + (number == 1 ? "" : "s");
  }

  private String headline(Diagnostic diagnostic) {
    String kind = "%s[%s]".formatted(diagnostic.severity().label(), diagnostic.id());
    return painter.severity(diagnostic.severity(), kind)
        + painter.strong(": " + PrintableText.of(diagnostic.message()));
  }

  /** One excerpt for each file, that of the primary label first. */
  private static List<Excerpt> excerpts(Diagnostic diagnostic) {
    Map<SourceFile, Excerpt> excerpts = new LinkedHashMap<>();
    add(excerpts, diagnostic.primary(), true);
    for (Label label : diagnostic.related()) {
      add(excerpts, label, false);
    }
    return List.copyOf(excerpts.values());
  }

  private static void add(Map<SourceFile, Excerpt> excerpts, Label label, boolean isPrimary) {
    excerpts.computeIfAbsent(label.span().file(), file -> new Excerpt(label)).add(label, isPrimary);
  }
}
