package dev.keyplan.emit.java;

import static org.assertj.core.api.Assertions.assertThat;

import dev.keyplan.emit.Clients;
import dev.keyplan.emit.EmitOptions;
import dev.keyplan.emit.Nullness;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * What there is for the synchronous client, there is for the asynchronous one; with annotations for
 * null, too, it compiles.
 */
class AsyncModelsCompileTest {
  private static final String SUPPORT = "dev.keyplan.support";
  private static final Pattern METHOD =
      Pattern.compile("^  (?:public|private) (\\S.*?) (\\w+)\\((.*)$", Pattern.MULTILINE);

  @Test
  void allModelsCompileForBothClients() throws IOException {
    Map<String, String> all = new TreeMap<>();
    for (String model : models()) {
      EmitOptions options = new EmitOptions(SUPPORT, true, Clients.BOTH, Nullness.JSPECIFY);
      Map<String, String> sources = new TreeMap<>(GeneratedJava.ofFile(model, options));
      // The test class path has them already: that saves most of the time.
      sources.keySet().removeIf(path -> path.startsWith("dev/keyplan/support/"));
      haveTheSameMethods(sources);
      all.putAll(sources);
    }
    assertThat(JavaCompilation.problems(all)).isEmpty();
  }

  private static void haveTheSameMethods(Map<String, String> sources) {
    sources.keySet().stream()
        .filter(path -> path.endsWith("Repository.java"))
        .filter(path -> !path.endsWith("AsyncRepository.java"))
        .forEach(
            path ->
                assertThat(methods(sources.get(path.replace("Repository", "AsyncRepository"))))
                    .as(path)
                    .isNotEmpty()
                    .isEqualTo(methods(sources.get(path))));
  }

  @Test
  void onlyWhatTheClientNeedsIsCopied() {
    for (String model : List.of("theatre.keyplan", "meters.keyplan", "people.keyplan")) {
      Map<String, String> async = sources(model, Clients.ASYNC);

      assertThat(async.keySet())
          .as(model)
          .noneMatch(
              path ->
                  path.matches(
                      ".*/(Query|Queries|Scan|PageReader|Batch|Count|GuardedRead|ItemWrite"
                          + "|(?!.*Async)\\w+Repository)\\.java"));
      assertThat(JavaCompilation.problems(async)).as(model).isEmpty();
      assertThat(sources(model, Clients.SYNC).keySet())
          .as(model)
          .noneMatch(path -> path.contains("Async"))
          .noneMatch(path -> path.matches(".*/(Loop|Chunks|Steps|StepSubscription)\\.java"));
    }
  }

  private static List<String> models() throws IOException {
    try (Stream<Path> files = Files.list(Path.of("src", "test", "resources", "models"))) {
      return files
          .map(file -> file.getFileName().toString())
          .filter(name -> name.endsWith(".keyplan"))
          .sorted()
          .toList();
    }
  }

  private static Map<String, String> sources(String model, Clients clients) {
    return new TreeMap<>(GeneratedJava.ofFile(model, new EmitOptions(SUPPORT, true, clients)));
  }

  /** The names of the methods, with how many there are of each. */
  private static Map<String, Long> methods(String source) {
    Matcher matcher = METHOD.matcher(source);
    return matcher
        .results()
        .map(result -> result.group(2))
        .collect(Collectors.groupingBy(name -> name, TreeMap::new, Collectors.counting()));
  }
}
