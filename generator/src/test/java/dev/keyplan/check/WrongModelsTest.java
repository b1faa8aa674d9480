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
 * Wrong models that other generators accept, each by the slip it stands for. The first line of each
 * is a comment with the id of what must be said, and nothing else may be: one mistake is one
 * report, or several of one kind.
 */
class WrongModelsTest {
  private static final Path FOLDER = Path.of("src/test/resources/wrong-models");

  @TestFactory
  List<DynamicTest> areToldWhatIsWrong() throws IOException {
    try (Stream<Path> files = Files.list(FOLDER)) {
      return files
          .sorted()
          .map(file -> dynamicTest(file.getFileName().toString(), () -> check(file)))
          .toList();
    }
  }

  private static void check(Path file) throws IOException {
    String text = Files.readString(file);
    SourceFile source = new SourceFile(file.getFileName().toString(), text);
    List<Diagnostic> found =
        new ModelCompiler().compile(new Sources(List.of(source), List.of())).diagnostics();
    String expected = text.lines().findFirst().orElseThrow().substring("// ".length());
    assertThat(found)
        .as(TextRenderer.plain().render(found))
        .isNotEmpty()
        .allMatch(diagnostic -> diagnostic.id().equals(expected));
  }
}
