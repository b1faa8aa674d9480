package dev.keyplan.docs;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** What docs/language.md says of changed models has a test, line by line. */
class ModelChangesTableTest {
  private static final Path REFERENCE = Path.of("..", "docs", "language.md");
  private static final Pattern ROW =
      Pattern.compile("(?m)^\\| [^|]+ \\| [^|]+ \\|[^|]*\\| ([^|]+) \\|$");
  private static final int LEAST_CHANGES = 20;

  @Test
  void everyChangeHasATest() throws IOException {
    String reference = Files.readString(REFERENCE);
    int start = reference.indexOf("\n## When a model changes\n");
    String section = reference.substring(start, reference.indexOf("\n## ", start + 1));
    List<String> proofs =
        ROW.matcher(section)
            .results()
            .map(row -> row.group(1))
            .filter(proof -> !proof.equals("proved by"))
            .toList();
    NamedTests tests = NamedTests.all();

    assertThat(proofs)
        .hasSizeGreaterThan(LEAST_CHANGES)
        .allMatch(proof -> NamedTests.NAME.matcher(proof).find());
    assertThat(NamedTests.NAME.matcher(section).results().map(MatchResult::group))
        .allMatch(tests::has);
  }
}
