package dev.keyplan.check;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import dev.keyplan.compile.ModelCompiler;
import dev.keyplan.compile.Sources;
import dev.keyplan.diagnostic.Diagnostic;
import dev.keyplan.diagnostic.TextRenderer;
import dev.keyplan.source.SourceFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/**
 * For each folder of {@code check}: {@code bad.keyplan} gives exactly the report in {@code
 * bad.diagnostics}, and {@code ok.keyplan}, if there is one, gives no error and nothing of the id
 * that the folder is about. A folder is called after the diagnostic it is about, and may add a
 * case: {@code NAME_UNKNOWN-index}.
 *
 * <p>{@code -Dgolden.update=true} writes the reports anew.
 */
class DiagnosticFixturesTest {
  static final Path FOLDER = Path.of("src/test/resources/check");

  @TestFactory
  Stream<DynamicTest> reportsWhatIsWrong() throws IOException {
    return folders().stream()
        .map(folder -> dynamicTest(folder.getFileName().toString(), () -> checkBad(folder)));
  }

  @TestFactory
  Stream<DynamicTest> acceptsWhatIsRight() throws IOException {
    return folders().stream()
        .map(folder -> folder.resolve("ok.keyplan"))
        .filter(Files::exists)
        .map(file -> dynamicTest(file.getParent().getFileName().toString(), () -> checkOk(file)));
  }

  private static void checkBad(Path folder) throws IOException {
    Path expected = folder.resolve("bad.diagnostics");
    String report = report(folder.resolve("bad.keyplan"));
    if (Boolean.getBoolean("golden.update")) {
      Files.writeString(expected, report);
    }
    assertThat(report).isEqualTo(Files.readString(expected));
    String id = folder.getFileName().toString().replaceFirst("-.*", "");
    assertThat(report).contains("[" + id + "]");
  }

  private static void checkOk(Path file) throws IOException {
    String id = file.getParent().getFileName().toString().replaceFirst("-.*", "");
    List<Diagnostic> unwanted =
        diagnostics(file).stream().filter(d -> d.isError() || d.id().equals(id)).toList();
    assertThat(TextRenderer.plain().render(unwanted)).isEmpty();
  }

  private static String report(Path file) throws IOException {
    return TextRenderer.plain().render(diagnostics(file));
  }

  private static List<Diagnostic> diagnostics(Path file) throws IOException {
    SourceFile source = new SourceFile(file.getFileName().toString(), Files.readString(file));
    Sources sources = new Sources(List.of(source), List.of());
    return new ModelCompiler().compile(sources).diagnostics();
  }

  static List<Path> folders() throws IOException {
    try (Stream<Path> folders = Files.list(FOLDER)) {
      return folders.sorted().toList();
    }
  }
}
