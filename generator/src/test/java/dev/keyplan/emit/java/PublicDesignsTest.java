package dev.keyplan.emit.java;

import static org.assertj.core.api.Assertions.assertThat;

import dev.keyplan.compile.Compilation;
import dev.keyplan.compile.ModelCompiler;
import dev.keyplan.compile.Sources;
import dev.keyplan.diagnostic.TextRenderer;
import dev.keyplan.emit.EmitOptions;
import dev.keyplan.plan.Plan;
import dev.keyplan.plan.PlanText;
import dev.keyplan.testing.Goldens;
import dev.keyplan.testing.Inputs;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Designs that the public knows, in models of our own: AWS's examples of a chat, of sessions,
 * complaints, connected vehicles and an online shop, and of its workshops. What they ask for can be
 * said, and is answered by the key that it was designed for.
 */
class PublicDesignsTest {
  private static final Path DESIGNS = Path.of("src", "test", "resources", "models", "designs");

  static List<String> designs() throws IOException {
    try (Stream<Path> files = Files.list(DESIGNS)) {
      return files.map(file -> file.getFileName().toString()).sorted().toList();
    }
  }

  @ParameterizedTest
  @MethodSource("designs")
  void isAccepted(String design) {
    assertThat(TextRenderer.plain().render(compiled(design).diagnostics())).isEmpty();
  }

  @Test
  void makeJavaThatCompiles() throws IOException {
    EmitOptions options = new EmitOptions("org.example.support", true);
    Map<String, String> files = new TreeMap<>();
    for (String design : designs()) {
      files.putAll(GeneratedJava.ofFile("designs/" + design, options));
    }

    assertThat(JavaCompilation.problems(files)).isEmpty();
  }

  @Test
  void answersEveryPatternByItsKey() throws IOException {
    Map<String, String> plans = new TreeMap<>();
    for (String design : designs()) {
      plans.put(design.replace(".keyplan", ".txt"), plans(compiled(design)));
    }

    Goldens.assertMatches("designs", plans);
  }

  private static String plans(Compilation compilation) {
    return compilation.plans().stream()
        .map(PublicDesignsTest::line)
        .collect(Collectors.joining("\n", "", "\n"));
  }

  private static String line(Plan plan) {
    return plan.pattern().name().name() + ": " + PlanText.of(plan);
  }

  private static Compilation compiled(String design) {
    return new ModelCompiler()
        .compile(new Sources(List.of(Inputs.source(DESIGNS.resolve(design))), List.of()));
  }
}
