package dev.keyplan.check;

import static org.assertj.core.api.Assertions.assertThat;

import dev.keyplan.resolve.ResolutionError;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Whoever adds a rule adds its fixtures and its row in the reference. */
class RuleCatalogueTest {
  private static final Path REFERENCE = Path.of("../docs/rules.md");
  private static final Pattern ROW =
      Pattern.compile("^\\| `([A-Z_]+)` \\| (\\w+) \\|", Pattern.MULTILINE);

  private static final Pattern REPORTED =
      Pattern.compile("^(error|warning)\\[([A-Z_]+)]", Pattern.MULTILINE);

  @Test
  void everyRuleHasItsOwnId() {
    assertThat(rules()).doesNotHaveDuplicates();
    assertThat(rules()).doesNotContainAnyElementsOf(errors());
    assertThat(rules()).allMatch(id -> id.matches("[A-Z]+(_[A-Z]+)*"));
  }

  @Test
  void everyRuleHasFixtures() throws IOException {
    assertThat(fixturesWith("bad.keyplan")).containsAll(rules());
    assertThat(fixturesWith("ok.keyplan")).containsAll(rules());
  }

  @Test
  void everyErrorOfResolutionHasAFixture() throws IOException {
    assertThat(fixturesWith("bad.keyplan")).containsAll(errors());
  }

  @Test
  void everyIdHasARow() throws IOException {
    Matcher rows = ROW.matcher(Files.readString(REFERENCE));
    List<String> documented = rows.results().map(row -> row.group(1)).toList();
    assertThat(documented).doesNotHaveDuplicates();
    assertThat(documented).containsAll(rules());
    assertThat(documented).containsAll(errors());
    assertThat(documented).containsAll(reported().keySet());
  }

  @Test
  void theReferenceKnowsHowBadEachIs() throws IOException {
    Map<String, String> severities =
        ROW.matcher(Files.readString(REFERENCE))
            .results()
            .collect(Collectors.toMap(row -> row.group(1), row -> row.group(2)));
    for (Rule rule : Rules.all()) {
      assertThat(severities).containsEntry(rule.id(), rule.severity().label());
    }
    assertThat(severities.values()).containsOnly("error", "warning");
  }

  @Test
  void everyReportIsAsBadAsItsRule() throws IOException {
    Map<String, String> reported = reported();
    for (Rule rule : Rules.all()) {
      assertThat(reported).containsEntry(rule.id(), rule.severity().label());
    }
  }

  /** How bad the ids are, by the rendered diagnostics that any test of the repository expects. */
  private static Map<String, String> reported() throws IOException {
    Map<String, String> severities = new TreeMap<>();
    for (Path root :
        List.of(Path.of("src/test/resources"), Path.of("../dsl-grammar/src/test/resources"))) {
      try (Stream<Path> files = Files.walk(root)) {
        for (Path file : files.filter(f -> f.toString().endsWith(".diagnostics")).toList()) {
          REPORTED
              .matcher(Files.readString(file))
              .results()
              .forEach(report -> severities.put(report.group(2), report.group(1)));
        }
      }
    }
    return severities;
  }

  private static List<String> rules() {
    return Rules.all().stream().map(Rule::id).toList();
  }

  private static List<String> errors() {
    return Arrays.stream(ResolutionError.values()).map(Enum::name).toList();
  }

  private static Set<String> fixturesWith(String file) throws IOException {
    return DiagnosticFixturesTest.folders().stream()
        .filter(folder -> Files.exists(folder.resolve(file)))
        .map(folder -> folder.getFileName().toString().replaceFirst("-.*", ""))
        .collect(Collectors.toSet());
  }
}
