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
import org.junit.jupiter.api.Test;

/** A model that the compiler accepts makes Java that javac accepts, warnings included. */
class MutatedModelsCompileTest {
  private static final int ACCEPTED = Integer.getInteger("mutations.compiled", 25);
  private static final long SEED = Long.getLong("mutations.seed", 20_261_126);

  @Test
  void whatIsAcceptedCompiles() {
    MutatedModels models = MutatedModels.ofTheReference(SEED);
    for (int accepted = 0; accepted < ACCEPTED; ) {
      String model = models.next();
      SourceFile file = new SourceFile("model.keyplan", model);
      Compilation compilation = new ModelCompiler().compile(new Sources(List.of(file), List.of()));
      if (compilation.hasErrors()) {
        continue;
      }
      Map<String, String> sources =
          GeneratedJava.of(model, "model.keyplan", new EmitOptions("org.example.support", true));
      // An accepted model is worth changing further, if it makes other code.
      if (models.behaved(String.join("", sources.values()))) {
        accepted++;
        assertThat(JavaCompilation.problems(sources)).as(model).isEmpty();
      }
    }
  }
}
