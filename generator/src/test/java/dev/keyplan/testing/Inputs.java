package dev.keyplan.testing;

import static org.assertj.core.api.Assertions.assertThat;

import dev.keyplan.compile.Compilation;
import dev.keyplan.compile.ModelCompiler;
import dev.keyplan.compile.Sources;
import dev.keyplan.data.SampleData;
import dev.keyplan.emit.EmitInput;
import dev.keyplan.emit.EmitOptions;
import dev.keyplan.emit.Emitter;
import dev.keyplan.emit.OutputFile;
import dev.keyplan.model.Model;
import dev.keyplan.plan.Plan;
import dev.keyplan.plan.Planner;
import dev.keyplan.source.SourceFile;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** What emitters are given in tests. */
public final class Inputs {
  private static final Path RESOURCES = Path.of("src", "test", "resources");
  private static final Path CRUDDUR_DATA =
      Path.of("..", "samples", "cruddur", "src", "main", "keyplan", "messages.data.yaml");

  private Inputs() {}

  /** A model without sample data. */
  public static EmitInput of(Model model) {
    return of(model, Planner.plan(model), SampleData.none());
  }

  /** A model in the language, without sample data. */
  public static EmitInput of(String model) {
    return compiled(List.of(new SourceFile("model.keyplan", model)), List.of());
  }

  /** A model among the test resources, without sample data. */
  public static EmitInput ofFile(String name) {
    return compiled(List.of(source(RESOURCES.resolve("models").resolve(name))), List.of());
  }

  public static EmitInput of(Model model, List<Plan> plans, SampleData samples) {
    return new EmitInput(model, plans, samples, new EmitOptions("com.example.support", true));
  }

  /** Cruddur's model with the data of the sample project. */
  public static EmitInput cruddur() {
    return compiled(
        List.of(source(RESOURCES.resolve("models").resolve("cruddur.keyplan"))),
        List.of(source(CRUDDUR_DATA)));
  }

  private static EmitInput compiled(List<SourceFile> models, List<SourceFile> data) {
    Compilation compilation = new ModelCompiler().compile(new Sources(models, data));
    assertThat(compilation.diagnostics().stream().filter(d -> d.isError())).isEmpty();
    return of(compilation.model(), compilation.plans(), compilation.samples());
  }

  /** A file under its name alone. */
  public static SourceFile source(Path file) {
    try {
      return new SourceFile(file.getFileName().toString(), Files.readString(file));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** An emitter's files by path, without the folder that they share. */
  public static Map<String, String> emitted(Emitter emitter, String folder, EmitInput input) {
    Map<String, String> files = new TreeMap<>();
    for (OutputFile file : emitter.emit(input)) {
      assertThat(file.kind()).isEqualTo(OutputFile.Kind.RESOURCE);
      assertThat(file.path()).startsWith(folder + "/");
      files.put(file.path().substring(folder.length() + 1), file.content());
    }
    return files;
  }
}
