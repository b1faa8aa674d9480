package dev.keyplan.parser;

import static org.assertj.core.api.Assertions.assertThat;

import dev.keyplan.diagnostic.Outcome;
import dev.keyplan.diagnostic.TextRenderer;
import dev.keyplan.source.SourceFile;
import dev.keyplan.syntax.Declaration;
import dev.keyplan.syntax.ModelFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Mistakes that people make, one a file, and what they are told: {@code syntax/x.keyplan} and
 * {@code syntax/x.diagnostics}, which ends with the declarations that were read. {@code
 * -Dgolden.update=true} writes the latter anew.
 */
class MistakesTest {
  private static final Path DIRECTORY = Path.of("src/test/resources/syntax");
  private static final String MARKER = "// wrong below";

  /** Mistakes that are reported more than once, or elsewhere, and why. */
  private static final Set<String> EXCEPTIONS =
      Set.of(
          "mistakes-in-each", // four of them
          "namespace-package", // the word and the semicolon
          "pattern-in-entity-misspelt-behind", // the pattern and the word
          "text-with-line-break", // two texts without an end
          "two-mistakes",
          "was-comma-and-colon", // the comma, too
          "where-operators-of-java"); // four signs

  @ParameterizedTest
  @MethodSource("cases")
  void saysExactlyThis(String name) throws IOException {
    Outcome<ModelFile> outcome = parse(name);
    String actual =
        TextRenderer.plain().render(outcome.diagnostics()) + "\n" + declarations(outcome.value());
    Path expected = DIRECTORY.resolve(name + ".diagnostics");
    if (Boolean.getBoolean("golden.update")) {
      Files.writeString(expected, actual);
    }

    assertThat(actual).isEqualTo(Files.readString(expected));
  }

  @ParameterizedTest
  @MethodSource("cases")
  void saysOneThingAboutTheFaultyLine(String name) throws IOException {
    if (EXCEPTIONS.contains(name)) {
      return;
    }
    Outcome<ModelFile> outcome = parse(name);
    List<String> lines = outcome.value().source().text().lines().map(String::strip).toList();
    int faulty = lines.indexOf(MARKER) + 2;

    assertThat(outcome.diagnostics())
        .extracting(diagnostic -> diagnostic.span().startPosition().line())
        .containsExactly(faulty);
  }

  @Test
  void nothingIsExpectedOfMissingCases() throws IOException {
    try (Stream<Path> files = Files.list(DIRECTORY)) {
      assertThat(files.filter(file -> file.toString().endsWith(".diagnostics")))
          .extracting(MistakesTest::name)
          .containsExactlyInAnyOrderElementsOf(cases());
    }
  }

  static List<String> cases() throws IOException {
    try (Stream<Path> files = Files.list(DIRECTORY)) {
      return files
          .filter(file -> file.toString().endsWith(".keyplan"))
          .map(MistakesTest::name)
          .sorted()
          .toList();
    }
  }

  private static String name(Path file) {
    String name = file.getFileName().toString();
    return name.substring(0, name.lastIndexOf('.'));
  }

  private static Outcome<ModelFile> parse(String name) throws IOException {
    String fileName = name + ".keyplan";
    return ModelParser.parse(
        new SourceFile(fileName, Files.readString(DIRECTORY.resolve(fileName))));
  }

  private static String declarations(ModelFile file) {
    return file.declarations().stream()
        .map(MistakesTest::declaration)
        .collect(Collectors.joining(", ", "read: ", "\n"));
  }

  private static String declaration(Declaration declaration) {
    return declaration.name().text() + (declaration.isBroken() ? " (in part)" : "");
  }
}
