package dev.keyplan.oracle;

import dev.keyplan.compile.Compilation;
import dev.keyplan.compile.ModelCompiler;
import dev.keyplan.compile.Sources;
import dev.keyplan.diagnostic.Diagnostic;
import dev.keyplan.emit.Clients;
import dev.keyplan.emit.EmitInput;
import dev.keyplan.emit.EmitOptions;
import dev.keyplan.emit.OutputFile;
import dev.keyplan.emit.java.JavaEmitter;
import dev.keyplan.source.SourceFile;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/**
 * What is left of a model when all is dropped that the compiler has to say something against.
 *
 * @param sources the generated Java, without the classes that tests have on their class path
 * @param clients for which there are repositories: one of them
 */
record AcceptedModel(ModelSpec model, String text, Map<String, String> sources, Clients clients) {
  private static final int ROUNDS = 60;
  private static final String SUPPORT = "dev.keyplan.support";

  /** The model without what is wrong with it; empty if nothing is left. */
  static Optional<AcceptedModel> of(ModelSpec wanted, Clients clients) {
    ModelSpec model = wanted;
    for (int round = 0; round < ROUNDS && !model.entities().isEmpty(); round++) {
      ModelText text = ModelText.of(model);
      Compilation compilation = compile(text.toString());
      if (!compilation.hasErrors()) {
        return Optional.of(
            new AcceptedModel(model, text.toString(), sources(compilation, clients), clients));
      }
      Set<String> culprits = new LinkedHashSet<>();
      for (Diagnostic diagnostic : compilation.diagnostics()) {
        if (diagnostic.isError()) {
          text.elementAt(diagnostic.span().start()).ifPresent(culprits::add);
        }
      }
      if (culprits.isEmpty()) {
        return Optional.empty();
      }
      for (String culprit : culprits) {
        model = model.without(culprit);
      }
    }
    return Optional.empty();
  }

  private static Compilation compile(String text) {
    SourceFile file = new SourceFile("random.keyplan", text);
    return new ModelCompiler().compile(new Sources(List.of(file), List.of()));
  }

  private static Map<String, String> sources(Compilation compilation, Clients clients) {
    EmitInput input =
        new EmitInput(
            compilation.model(),
            compilation.plans(),
            compilation.samples(),
            new EmitOptions(SUPPORT, true, clients));
    Map<String, String> sources = new TreeMap<>();
    for (OutputFile file : new JavaEmitter().emit(input)) {
      if (!file.path().startsWith(SUPPORT.replace('.', '/'))) {
        sources.put(file.path(), file.content());
      }
    }
    return sources;
  }
}
