package dev.keyplan.docs;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What docs/pitfalls.md names as a proof is there. */
class PitfallsTableTest {
  private static final Path TABLE = Path.of("..", "docs", "pitfalls.md");
  private static final Path TESTS = Path.of("src", "test", "java");
  private static final Path FIXTURES = Path.of("src", "test", "resources", "check");
  private static final Pattern ROW = Pattern.compile("(?m)^\\| (\\d+) \\| [^|]+ \\| (.+) \\|$");
  private static final Pattern PROOF = Pattern.compile("`([^`]+)`");
  private static final Pattern METHOD = Pattern.compile("(\\w+Test)\\.(\\w+)");
  private static final int PITFALLS = 139;

  @Test
  void everyPitfallHasAProof() throws IOException {
    assertThat(rows().keySet())
        .containsExactlyElementsOf(IntStream.rangeClosed(1, PITFALLS).boxed().toList());
    assertThat(rows().values()).noneMatch(List::isEmpty);
  }

  @Test
  void everyProofIsThere() throws IOException {
    Map<String, String> tests = tests();
    for (List<String> proofs : rows().values()) {
      for (String proof : proofs) {
        Matcher method = METHOD.matcher(proof);
        if (method.matches()) {
          assertThat(tests).containsKey(method.group(1));
          assertThat(isTest(tests.get(method.group(1)), method.group(2))).as(proof).isTrue();
        } else {
          assertThat(FIXTURES.resolve(proof)).as(proof).isDirectory();
        }
      }
    }
  }

  /** Whether there is such a method, and nothing but annotations between it and its own. */
  private static boolean isTest(String source, String method) {
    int declared = source.indexOf("  void " + method + "(");
    int annotated = source.substring(0, Math.max(0, declared)).lastIndexOf("Test\n");
    return declared >= 0
        && annotated >= 0
        && !source.substring(annotated, declared).contains(" void ");
  }

  private static Map<Integer, List<String>> rows() throws IOException {
    Map<Integer, List<String>> rows = new TreeMap<>();
    for (MatchResult row : ROW.matcher(Files.readString(TABLE)).results().toList()) {
      List<String> proofs = PROOF.matcher(row.group(2)).results().map(r -> r.group(1)).toList();
      assertThat(rows.put(Integer.valueOf(row.group(1)), proofs)).isNull();
    }
    return rows;
  }

  /** The sources of all tests by class; several of one name are taken together. */
  private static Map<String, String> tests() throws IOException {
    Map<String, String> tests = new TreeMap<>();
    List<Path> files = new ArrayList<>();
    try (Stream<Path> all = Files.walk(TESTS)) {
      all.filter(file -> file.toString().endsWith("Test.java")).sorted().forEach(files::add);
    }
    for (Path file : files) {
      String name = file.getFileName().toString();
      tests.merge(
          name.substring(0, name.length() - ".java".length()),
          Files.readString(file),
          String::concat);
    }
    return tests;
  }
}
