package dev.keyplan.compile;

import dev.keyplan.check.Rules;
import dev.keyplan.data.SampleData;
import dev.keyplan.data.SampleDataReader;
import dev.keyplan.diagnostic.Diagnostic;
import dev.keyplan.diagnostic.Outcome;
import dev.keyplan.diagnostic.Severity;
import dev.keyplan.model.Model;
import dev.keyplan.model.Namespace;
import dev.keyplan.model.SelectedAttributes;
import dev.keyplan.parser.ModelParser;
import dev.keyplan.plan.Plan;
import dev.keyplan.plan.Planner;
import dev.keyplan.resolve.ResolutionError;
import dev.keyplan.resolve.Resolver;
import dev.keyplan.source.SourceFile;
import dev.keyplan.syntax.ModelFile;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Compiles a design: text in, model, plans and diagnostics out. */
public final class ModelCompiler {
  /**
   * Compiles files together; never throws for anything they say, and never leaves out anything they
   * say without an error.
   *
   * <p>Every phase runs on what the one before understood completely, so that one mistake does not
   * hide the others. A declaration with an error is not part of the model, and nothing that refers
   * to it is judged.
   */
  public Compilation compile(Sources sources) {
    List<Diagnostic> diagnostics = new ArrayList<>();
    List<ModelFile> files = new ArrayList<>();
    Set<SourceFile> withBrokenNamespace = new HashSet<>();
    for (SourceFile source : sources.models()) {
      Outcome<ModelFile> parsed = ModelParser.parse(source);
      files.add(collected(parsed, diagnostics));
      if (isBrokenBeforeDeclarations(parsed)) {
        withBrokenNamespace.add(source);
      }
    }
    Outcome<Model> resolved = resolved(files);
    Model model = resolved.value();
    resolved.diagnostics().stream()
        .filter(d -> !(isNamespaceMissing(d) && withBrokenNamespace.contains(d.span().file())))
        .forEach(diagnostics::add);
    boolean isComplete = diagnostics.stream().noneMatch(Diagnostic::isError);
    List<Plan> plans = Planner.plan(model);
    diagnostics.addAll(Rules.judge(Severity.ERROR, model, plans));
    // Against half a model, right data would look wrong.
    SampleData samples =
        isComplete
            ? collected(SampleDataReader.read(sources.data(), model), diagnostics)
            : SampleData.none();
    // What is wrong comes first: a design is judged when it is one.
    if (diagnostics.stream().noneMatch(Diagnostic::isError)) {
      requireEverything(files, model);
      diagnostics.addAll(Rules.judge(Severity.WARNING, model, plans));
    }
    return new Compilation(model, plans, samples, ordered(Allowances.applied(files, diagnostics)));
  }

  /**
   * The model. What an index projects that projects what is selected, the plans say, and these do
   * not depend on it: so it is resolved once to plan the reads, and then with what they need.
   */
  private static Outcome<Model> resolved(List<ModelFile> files) {
    Outcome<Model> first = Resolver.resolve(files, SelectedAttributes.none());
    SelectedAttributes selected = Planner.selected(first.value());
    Outcome<Model> resolved =
        selected.byIndex().isEmpty() ? first : Resolver.resolve(files, selected);
    return new Outcome<>(Planner.completed(resolved.value()), resolved.diagnostics());
  }

  /** What is left out of the model without a word would be missing from what is generated. */
  private static void requireEverything(List<ModelFile> files, Model model) {
    long declared = files.stream().mapToLong(file -> file.declarations().size()).sum();
    long understood = model.namespaces().stream().mapToLong(ModelCompiler::declarations).sum();
    if (declared != understood) {
      throw new IllegalStateException(
          "%d of %d declarations are understood, and no error says why"
              .formatted(understood, declared));
    }
  }

  private static long declarations(Namespace namespace) {
    return (long) namespace.tables().size()
        + namespace.entities().size()
        + namespace.structs().size()
        + namespace.enums().size()
        + namespace.patterns().size();
  }

  /** A namespace that could not be read has been reported; it is not missing as well. */
  private static boolean isBrokenBeforeDeclarations(Outcome<ModelFile> parsed) {
    int firstDeclaration =
        parsed.value().declarations().stream()
            .mapToInt(declaration -> declaration.span().start())
            .min()
            .orElse(Integer.MAX_VALUE);
    return parsed.diagnostics().stream()
        .anyMatch(d -> d.isError() && d.span().start() < firstDeclaration);
  }

  private static boolean isNamespaceMissing(Diagnostic diagnostic) {
    return diagnostic.id().equals(ResolutionError.NAMESPACE_MISSING.name());
  }

  private static <T> T collected(Outcome<T> outcome, List<Diagnostic> diagnostics) {
    diagnostics.addAll(outcome.diagnostics());
    return outcome.value();
  }

  private static List<Diagnostic> ordered(List<Diagnostic> diagnostics) {
    return diagnostics.stream().distinct().sorted(Diagnostic.ORDER).toList();
  }
}
