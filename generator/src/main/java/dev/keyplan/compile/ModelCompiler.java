package dev.keyplan.compile;

import dev.keyplan.data.SampleData;
import dev.keyplan.model.Model;
import java.util.List;

/** Compiles a design: text in, model, plans and diagnostics out. */
public final class ModelCompiler {
  /** Compiles files together; never throws for anything they say. */
  public Compilation compile(Sources sources) {
    return new Compilation(new Model(List.of()), List.of(), SampleData.none(), List.of());
  }
}
