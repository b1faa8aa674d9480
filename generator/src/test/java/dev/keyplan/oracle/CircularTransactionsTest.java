package dev.keyplan.oracle;

import static org.assertj.core.api.Assertions.assertThat;

import dev.keyplan.compile.Compilation;
import dev.keyplan.compile.ModelCompiler;
import dev.keyplan.compile.Sources;
import dev.keyplan.emit.EmitInput;
import dev.keyplan.emit.EmitOptions;
import dev.keyplan.emit.OutputFile;
import dev.keyplan.emit.java.JavaEmitter;
import dev.keyplan.source.SourceFile;
import dev.keyplan.testing.CompiledClasses;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** Transactions of two entities may write each other's: their requests can be made all the same. */
class CircularTransactionsTest {
  private static final String MODEL =
      """
      namespace org.example.circle

      table T { key pk / sk }

      entity A in T { key "A#{a}" / "A"  a : int(0..9) }
      entity B in T { key "B#{b}" / "B"  b : int(0..9) }

      pattern aAndB { transact { create A  create B } }
      pattern bAndA { transact { create B  create A } }
      """;

  @Test
  void requestsThatNeedEachOtherAreMade() throws ReflectiveOperationException {
    Sources sources = new Sources(List.of(new SourceFile("circle.keyplan", MODEL)), List.of());
    Compilation compilation = new ModelCompiler().compile(sources);
    EmitInput input =
        new EmitInput(
            compilation.model(),
            compilation.plans(),
            compilation.samples(),
            new EmitOptions("dev.keyplan.support", true));
    Map<String, String> files =
        new JavaEmitter()
            .emit(input).stream()
                .filter(file -> !file.path().startsWith("dev/"))
                .collect(Collectors.toMap(OutputFile::path, OutputFile::content));

    CompiledClasses classes = CompiledClasses.of(files);
    Object table = classes.loadClass("org.example.circle.TTable").getField("DEFAULT").get(null);
    for (String name : List.of("A", "B")) {
      Class<?> requests = classes.loadClass("org.example.circle." + name + "Requests");
      assertThat(requests.getConstructor(table.getClass()).newInstance(table)).isNotNull();
    }
  }
}
