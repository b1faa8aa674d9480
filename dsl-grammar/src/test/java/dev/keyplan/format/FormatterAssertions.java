package dev.keyplan.format;

import static org.assertj.core.api.Assertions.assertThat;

import dev.keyplan.diagnostic.Diagnostic;
import dev.keyplan.diagnostic.Outcome;
import dev.keyplan.parser.Lexeme;
import dev.keyplan.parser.Lexemes;
import dev.keyplan.parser.ModelParser;
import dev.keyplan.source.SourceFile;
import java.util.List;

/** What holds for every file that is formatted. */
final class FormatterAssertions {
  private FormatterAssertions() {}

  /** Formats a file without errors and asserts everything that the formatter promises. */
  static String assertFormats(SourceFile file) {
    Outcome<String> outcome = Formatter.format(file);
    assertThat(outcome.diagnostics()).isEmpty();
    String text = outcome.value();
    SourceFile formatted = new SourceFile(file.path(), text);
    assertThat(ModelParser.parse(formatted).diagnostics())
        .as("diagnostics of formatted %s:%n%s", file, text)
        .filteredOn(diagnostic -> !isAboutComment(diagnostic))
        .isEmpty();
    assertThat(aboutComments(formatted)).isEqualTo(aboutComments(file));
    assertThat(TreeShape.of(formatted))
        .as("tree of %s:%n%s", file, text)
        .isEqualTo(TreeShape.of(file));
    assertThat(comments(formatted))
        .as("comments of %s:%n%s", file, text)
        .containsExactlyInAnyOrderElementsOf(comments(file));
    assertThat(Formatter.format(formatted).value()).as("second run on %s", file).isEqualTo(text);
    assertThat(text).doesNotContain("\r").doesNotContain("\n\n\n").doesNotContain(" \n");
    assertThat(text.isEmpty() || (text.endsWith("\n") && !text.endsWith("\n\n"))).isTrue();
    return text;
  }

  /** Comments are kept, the wrong ones as well, and so is what there is to say about them. */
  private static List<String> aboutComments(SourceFile file) {
    return ModelParser.parse(file).diagnostics().stream()
        .filter(FormatterAssertions::isAboutComment)
        .map(Diagnostic::message)
        .toList();
  }

  private static boolean isAboutComment(Diagnostic diagnostic) {
    return diagnostic.id().equals("ALLOWANCE_MALFORMED");
  }

  private static List<String> comments(SourceFile file) {
    return Lexemes.of(file).stream()
        .filter(Lexeme::isComment)
        .map(comment -> comment.text().stripTrailing())
        .toList();
  }
}
