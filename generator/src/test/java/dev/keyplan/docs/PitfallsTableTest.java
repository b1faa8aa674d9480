package dev.keyplan.docs;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** What docs/pitfalls.md names as a proof is there. */
class PitfallsTableTest {
  private static final Path TABLE = Path.of("..", "docs", "pitfalls.md");
  private static final Path FIXTURES = Path.of("src", "test", "resources", "check");
  private static final Pattern ROW = Pattern.compile("(?m)^\\| (\\d+) \\| [^|]+ \\| (.+) \\|$");
  private static final Pattern PROOF = Pattern.compile("`([^`]+)`");
  private static final int PITFALLS = 139;

  @Test
  void everyPitfallHasAProof() throws IOException {
    assertThat(rows().keySet())
        .containsExactlyElementsOf(IntStream.rangeClosed(1, PITFALLS).boxed().toList());
    assertThat(rows().values()).noneMatch(List::isEmpty);
  }

  @Test
  void everyProofIsThere() throws IOException {
    NamedTests tests = NamedTests.all();
    for (List<String> proofs : rows().values()) {
      for (String proof : proofs) {
        if (NamedTests.NAME.matcher(proof).matches()) {
          assertThat(tests.has(proof)).as(proof).isTrue();
        } else {
          assertThat(FIXTURES.resolve(proof)).as(proof).isDirectory();
        }
      }
    }
  }

  private static Map<Integer, List<String>> rows() throws IOException {
    Map<Integer, List<String>> rows = new TreeMap<>();
    for (MatchResult row : ROW.matcher(Files.readString(TABLE)).results().toList()) {
      List<String> proofs = PROOF.matcher(row.group(2)).results().map(r -> r.group(1)).toList();
      assertThat(rows.put(Integer.valueOf(row.group(1)), proofs)).isNull();
    }
    return rows;
  }
}
