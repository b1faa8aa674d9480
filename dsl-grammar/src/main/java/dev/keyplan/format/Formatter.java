package dev.keyplan.format;

import dev.keyplan.diagnostic.Outcome;
import dev.keyplan.parser.ModelParser;
import dev.keyplan.source.SourceFile;
import dev.keyplan.syntax.ModelFile;
import java.util.List;

/**
 * Writes model files in the one layout of the language. What a file means does not change, no
 * comment is lost, and what is formatted already stays as it is.
 */
public final class Formatter {
  private Formatter() {}

  /**
   * Formats one file.
   *
   * @return the text as it should be written; for a file with syntax errors those, and its text as
   *     it is
   */
  public static Outcome<String> format(SourceFile file) {
    Outcome<ModelFile> parsed = ModelParser.parse(file);
    if (parsed.hasErrors()) {
      return new Outcome<>(file.text(), parsed.diagnostics());
    }
    return new Outcome<>(new FileLayout(parsed.value()).text(), List.of());
  }
}
