package dev.keyplan.emit.java;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class LongLinesTest {
  private static final Path GOLDEN = Path.of("src/test/resources/golden/java");

  @ParameterizedTest
  @MethodSource("examples")
  void breaksAtWhatBindsLeast(String broken) {
    String indent = broken.substring(0, broken.indexOf(broken.strip().charAt(0)));
    String line =
        indent
            + String.join(" ", broken.lines().map(String::strip).toList())
                .replace("( ", "(")
                .replaceAll(" (?=\\.[a-z])", "");

    assertThat(line).hasSizeGreaterThan(100);
    assertThat(String.join("\n", LongLines.broken(line))).isEqualTo(broken.stripTrailing());
  }

  static Stream<String> examples() {
    return Stream.of(
        """
              AttributeValue.fromN(
                  Integer.toString(Check.range("aRatherLongName", aRatherLongName, 0, 2147483647))),
        """,
        """
            .add(
                "a name, (, with \\" in it",
                AccountCodec.ITEMS,
                TransactWriteItem.builder().conditionCheck(transferOwner(owner)).build());
        """,
        """
            return change(
                item ->
                    item.at("a name that is long")
                        .add(
                            Check.scaled("a name that is long", balance, 2),
                            "-9999999999.99",
                            "9999999999.99",
                            false));
        """,
        """
            Map<String, AttributeValue> aValueWithAVeryLongName =
                AnotherClassWithALongName.write(anArgument.checked(), anotherArgument.checked());
        """,
        """
            return Timestamps.formatSeconds("aRatherLongName", aRatherLongName)
                + "#"
                + Keys.number("anotherLongName", anotherLongName, 1L, 99L);
        """,
        """
            return aRatherLongName.isPresent()
                && Unexpired.at(table.clock().instant(), "endsAt").test(response.item())
                && other <= least;
        """,
        """
            return response.hasItem() && response.item().containsKey("aRatherLongName")
                ? Optional.of(AccountCodec.read(response.item()))
                : Optional.empty();
        """,
        """
              ":aRatherLongNameOfAValue",
                  AttributeValue.fromN(Long.toString(Math.incrementExact(current.version()))),
        """);
  }

  @ParameterizedTest
  @MethodSource("generated")
  void onlyLiteralsAreLonger(Path directory) throws IOException {
    try (Stream<Path> files = Files.walk(directory)) {
      for (Path file : files.filter(each -> each.toString().endsWith(".java")).toList()) {
        assertThat(Files.readAllLines(file))
            .as(file.toString())
            .allSatisfy(
                line -> {
                  assertThat(LongLines.broken(line)).containsExactly(line);
                  if (line.length() > 100) {
                    assertThat(line.strip()).matches("\"[^\"]*\"[,;)]*");
                  }
                });
      }
    }
  }

  static Stream<Path> generated() throws IOException {
    try (Stream<Path> models = Files.list(GOLDEN)) {
      return models.sorted().toList().stream();
    }
  }

  @Test
  void commentsAndImportsStayAsTheyAre() {
    String words = "word, (word) ".repeat(10);
    List<String> lines =
        List.of(
            " * " + words, "  // " + words, "  /** " + words, "import " + "a.".repeat(60) + "B;");

    assertThat(lines).allSatisfy(line -> assertThat(LongLines.broken(line)).containsExactly(line));
  }
}
