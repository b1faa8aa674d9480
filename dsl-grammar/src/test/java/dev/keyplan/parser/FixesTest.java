package dev.keyplan.parser;

import static org.assertj.core.api.Assertions.assertThat;

import dev.keyplan.diagnostic.Diagnostic;
import dev.keyplan.diagnostic.Fix;
import dev.keyplan.source.SourceFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every fix that is offered for a mistake of the corpus mends it. */
class FixesTest {
  /** Has the same mistake twice in a line, and the parser sees one at a time. */
  private static final String TWICE = "table-billing-colon";

  static List<String> cases() throws IOException {
    return MistakesTest.cases().stream().filter(name -> !name.equals(TWICE)).toList();
  }

  @ParameterizedTest
  @MethodSource("cases")
  void mendsTheMistake(String name) throws IOException {
    Path path = Path.of("src/test/resources/syntax", name + ".keyplan");
    String text = Files.readString(path);
    List<Diagnostic> before = ModelParser.parse(new SourceFile(name, text)).diagnostics();
    for (Diagnostic diagnostic : before) {
      if (diagnostic.fix().isPresent()) {
        String mended = mended(diagnostic);
        List<Diagnostic> after = ModelParser.parse(new SourceFile(name, mended)).diagnostics();

        assertThat(after).as(mended).hasSize(before.size() - 1);
      }
    }
  }

  private static String mended(Diagnostic diagnostic) {
    Fix fix = diagnostic.fix().orElseThrow();
    StringBuilder text = new StringBuilder(diagnostic.span().file().text());
    fix.edits().stream()
        .sorted(Comparator.comparingInt((Fix.Edit edit) -> edit.span().start()).reversed())
        .forEach(edit -> text.replace(edit.span().start(), edit.span().end(), edit.replacement()));
    return text.toString();
  }
}
