package dev.keyplan.format;

import static org.assertj.core.api.Assertions.assertThat;

import dev.keyplan.source.SourceFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Formats {@code format/NAME.keyplan} and compares the result with {@code
 * format/NAME.formatted.keyplan}. Run with {@code -Dgolden.update=true} to write those anew, and
 * read the difference before committing it.
 */
class FormatterGoldenTest {
  private static final Path FOLDER = Path.of("src", "test", "resources", "format");
  private static final String ENDING = ".keyplan";
  private static final String FORMATTED = ".formatted.keyplan";

  static List<String> cases() throws IOException {
    return names()
        .filter(name -> !name.endsWith(FORMATTED))
        .map(FormatterGoldenTest::stem)
        .toList();
  }

  @ParameterizedTest
  @MethodSource("cases")
  void formats(String name) throws IOException {
    SourceFile file = ModelFiles.read(FOLDER.resolve(name + ENDING));
    Path expected = FOLDER.resolve(name + FORMATTED);

    String formatted = FormatterAssertions.assertFormats(file);

    if (Boolean.getBoolean("golden.update")) {
      Files.writeString(expected, formatted);
    }
    assertThat(formatted).isEqualTo(Files.readString(expected));
  }

  @Test
  void eachResultHasItsCase() throws IOException {
    assertThat(cases()).hasSizeGreaterThanOrEqualTo(15);
    assertThat(names().filter(name -> name.endsWith(FORMATTED)))
        .containsExactlyElementsOf(cases().stream().map(name -> name + FORMATTED).toList());
  }

  private static Stream<String> names() throws IOException {
    try (Stream<Path> files = Files.list(FOLDER)) {
      return files.map(file -> file.getFileName().toString()).sorted().toList().stream();
    }
  }

  private static String stem(String name) {
    return name.substring(0, name.length() - ENDING.length());
  }
}
