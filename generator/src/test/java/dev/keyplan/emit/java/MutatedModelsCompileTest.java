package dev.keyplan.emit.java;

import static org.assertj.core.api.Assertions.assertThat;

import dev.keyplan.compile.Compilation;
import dev.keyplan.compile.ModelCompiler;
import dev.keyplan.compile.Sources;
import dev.keyplan.emit.EmitOptions;
import dev.keyplan.source.SourceFile;
import dev.keyplan.testing.MutatedModels;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/**
 * A model that the compiler accepts makes Java that javac accepts, warnings included. All are
 * compiled together, each in a package of its own.
 */
class MutatedModelsCompileTest {
  private static final int ACCEPTED = Integer.getInteger("mutations.compiled", 25);
  private static final long SEED = Long.getLong("mutations.seed", 20_261_126);
  private static final EmitOptions OPTIONS = new EmitOptions("org.example.support", true);
  private static final Pattern NAMESPACE = Pattern.compile("(?m)^namespace [\\w.]+");

  @Test
  void whatIsAcceptedCompiles() {
    MutatedModels models = MutatedModels.ofTheReference(SEED);
    Map<String, String> accepted = new TreeMap<>();
    Map<String, String> sources = new TreeMap<>();
    while (accepted.size() < ACCEPTED) {
      String model = models.next();
      // An accepted model is worth changing further, if it makes other code.
      if (isAccepted(model) && models.behaved(String.join("", sources(model).values()))) {
        String name = "mutated%d".formatted(accepted.size());
        accepted.put(name, model);
        sources.putAll(sources(NAMESPACE.matcher(model).replaceFirst("namespace " + name)));
      }
    }

    assertThat(sources.keySet().stream().map(path -> path.substring(0, path.indexOf('/'))))
        .containsAll(accepted.keySet());
    List<String> problems = JavaCompilation.problems(sources);
    assertThat(problems).as(() -> modelsOf(problems, accepted)).isEmpty();
  }

  private static boolean isAccepted(String model) {
    SourceFile file = new SourceFile("model.keyplan", model);
    Compilation compilation = new ModelCompiler().compile(new Sources(List.of(file), List.of()));
    return !compilation.hasErrors();
  }

  private static Map<String, String> sources(String model) {
    return GeneratedJava.of(model, "model.keyplan", OPTIONS);
  }

  private static String modelsOf(List<String> problems, Map<String, String> models) {
    return models.entrySet().stream()
        .filter(model -> problems.stream().anyMatch(p -> p.contains(model.getKey() + "/")))
        .map(Map.Entry::getValue)
        .collect(Collectors.joining("\n\n"));
  }
}
