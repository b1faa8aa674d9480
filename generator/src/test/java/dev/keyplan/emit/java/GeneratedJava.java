package dev.keyplan.emit.java;

import static org.assertj.core.api.Assertions.assertThat;

import dev.keyplan.compile.Compilation;
import dev.keyplan.compile.ModelCompiler;
import dev.keyplan.compile.Sources;
import dev.keyplan.emit.EmitInput;
import dev.keyplan.emit.EmitOptions;
import dev.keyplan.emit.OutputFile;
import dev.keyplan.source.SourceFile;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** From the text of a model to Java sources. */
final class GeneratedJava {
  private static final Path MODELS = Path.of("src", "test", "resources", "models");

  private GeneratedJava() {}

  /** The sources for a model among the test resources, by path. */
  static Map<String, String> ofFile(String name, EmitOptions options) {
    try {
      return of(Files.readString(MODELS.resolve(name)), name, options);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The sources for a model without errors, by path. */
  static Map<String, String> of(String model, String name, EmitOptions options) {
    return of(List.of(new SourceFile("models/" + name, model)), options);
  }

  /** The same for a model of several files. */
  static Map<String, String> of(List<SourceFile> models, EmitOptions options) {
    Compilation compilation = new ModelCompiler().compile(new Sources(models, List.of()));
    assertThat(compilation.diagnostics()).filteredOn(d -> d.isError()).isEmpty();
    EmitInput input =
        new EmitInput(compilation.model(), compilation.plans(), compilation.samples(), options);
    Map<String, String> files = new TreeMap<>();
    for (OutputFile file : new JavaEmitter().emit(input)) {
      assertThat(file.kind()).isEqualTo(OutputFile.Kind.SOURCE);
      assertThat(files.put(file.path(), file.content())).as("%s twice", file.path()).isNull();
    }
    return files;
  }
}
