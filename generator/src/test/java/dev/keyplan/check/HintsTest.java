package dev.keyplan.check;

import static org.assertj.core.api.Assertions.assertThat;

import dev.keyplan.compile.ModelCompiler;
import dev.keyplan.compile.Sources;
import dev.keyplan.diagnostic.Diagnostic;
import dev.keyplan.source.SourceFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/**
 * Hints are followed, in all models of {@code check} that get one: what they are about is gone, and
 * no error comes in its place. Those of which that cannot be said, since they are prose or name
 * what only the user knows, are listed in {@code hints-in-prose.txt}; a hint that is neither is
 * wrong.
 *
 * <p>{@code -Dgolden.update=true} writes the list anew.
 */
class HintsTest {
  private static final Path PROSE = Path.of("src/test/resources/hints-in-prose.txt");

  @Test
  void mendWhatTheyAreAbout() throws IOException {
    TreeSet<String> prose = new TreeSet<>();
    int proven = 0;
    for (Path folder : DiagnosticFixturesTest.folders()) {
      List<Diagnostic> before = compile(Files.readString(folder.resolve("bad.keyplan")));
      for (Diagnostic diagnostic : before) {
        if (diagnostic.hint().isPresent()) {
          boolean isProven =
              PastedHints.of(diagnostic).stream()
                  .anyMatch(text -> isMended(diagnostic, before, text));
          proven += isProven ? 1 : 0;
          if (!isProven) {
            prose.add(diagnostic.id() + ": " + diagnostic.hint().get());
          }
        }
      }
    }
    List<String> found = new ArrayList<>(prose);
    if (Boolean.getBoolean("golden.update")) {
      Files.write(PROSE, found);
    }
    System.out.printf("hints: %d proven, %d in prose%n", proven, found.size());
    assertThat(found).isEqualTo(Files.readAllLines(PROSE));
    assertThat(proven).isGreaterThan(340);
  }

  private static boolean isMended(Diagnostic mended, List<Diagnostic> before, String text) {
    List<Diagnostic> after = compile(text);
    return count(after, mended) < count(before, mended)
        && errors(after) <= errors(before) - (mended.isError() ? 1 : 0);
  }

  private static long count(List<Diagnostic> diagnostics, Diagnostic alike) {
    return diagnostics.stream().filter(d -> d.id().equals(alike.id())).count();
  }

  private static long errors(List<Diagnostic> diagnostics) {
    return diagnostics.stream().filter(Diagnostic::isError).count();
  }

  private static List<Diagnostic> compile(String text) {
    SourceFile source = new SourceFile("bad.keyplan", text);
    return new ModelCompiler().compile(new Sources(List.of(source), List.of())).diagnostics();
  }
}
