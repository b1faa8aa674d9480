package dev.keyplan.testing;

import static org.assertj.core.api.Assertions.assertThat;

import dev.keyplan.data.SampleData;
import dev.keyplan.data.SampleDataReader;
import dev.keyplan.diagnostic.Outcome;
import dev.keyplan.emit.EmitInput;
import dev.keyplan.emit.EmitOptions;
import dev.keyplan.emit.Emitter;
import dev.keyplan.emit.OutputFile;
import dev.keyplan.model.Model;
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
  private static final Path CRUDDUR_DATA =
      Path.of("..", "samples", "cruddur", "src", "main", "keyplan", "messages.data.yaml");

  private Inputs() {}

  /** A model without sample data. */
  public static EmitInput of(Model model) {
    return of(model, SampleData.none());
  }

  public static EmitInput of(Model model, SampleData samples) {
    return new EmitInput(
        model, Planner.plan(model), samples, new EmitOptions("com.example.support", true));
  }

  /** Cruddur's model with the data of the sample project. */
  public static EmitInput cruddur() {
    try {
      SourceFile data = new SourceFile("messages.data.yaml", Files.readString(CRUDDUR_DATA));
      Model model = CruddurModel.model();
      Outcome<SampleData> samples = SampleDataReader.read(List.of(data), model);
      assertThat(samples.diagnostics()).isEmpty();
      return of(model, samples.value());
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
