package dev.keyplan.docs;

import static org.assertj.core.api.Assertions.assertThat;

import dev.keyplan.compile.ModelCompiler;
import dev.keyplan.compile.Sources;
import dev.keyplan.diagnostic.TextRenderer;
import dev.keyplan.source.SourceFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** Every example of the language reference, and every sample, compiles without a diagnostic. */
class LanguageReferenceTest {
  private static final Path REFERENCE = Path.of("../docs/language.md");
  private static final Pattern EXAMPLE =
      Pattern.compile("^```keyplan\\n(.*?)^```$", Pattern.DOTALL | Pattern.MULTILINE);

  @TestFactory
  List<DynamicTest> examples() throws IOException {
    String reference = Files.readString(REFERENCE);
    List<DynamicTest> tests = new ArrayList<>();
    Matcher example = EXAMPLE.matcher(reference);
    while (example.find()) {
      long line = reference.substring(0, example.start()).lines().count() + 1;
      String model = example.group(1);
      tests.add(DynamicTest.dynamicTest("language.md:" + line, () -> compiles(model)));
    }
    assertThat(tests).hasSizeGreaterThan(4);
    return tests;
  }

  /** What people copy from has no warnings, or answers them. */
  @TestFactory
  List<DynamicTest> samples() throws IOException {
    try (Stream<Path> files = Files.walk(Path.of("../samples"))) {
      List<DynamicTest> tests =
          files
              .filter(file -> file.toString().contains("src/main/keyplan"))
              .filter(file -> file.toString().endsWith(".keyplan"))
              .map(
                  file ->
                      DynamicTest.dynamicTest(
                          file.toString(), () -> compiles(Files.readString(file))))
              .toList();
      assertThat(tests).isNotEmpty();
      return tests;
    }
  }

  private static void compiles(String model) {
    SourceFile file = new SourceFile("example.keyplan", model);
    var compilation = new ModelCompiler().compile(new Sources(List.of(file), List.of()));
    assertThat(TextRenderer.plain().render(compilation.diagnostics())).isEmpty();
  }
}
