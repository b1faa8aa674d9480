package dev.keyplan.compile;

import dev.keyplan.check.ModelRule;
import dev.keyplan.check.PlanRule;
import dev.keyplan.check.Rules;
import dev.keyplan.data.SampleData;
import dev.keyplan.data.SampleDataReader;
import dev.keyplan.diagnostic.Diagnostic;
import dev.keyplan.diagnostic.Outcome;
import dev.keyplan.model.Model;
import dev.keyplan.parser.ModelParser;
import dev.keyplan.plan.Plan;
import dev.keyplan.plan.Planner;
import dev.keyplan.resolve.Resolver;
import dev.keyplan.source.SourceFile;
import dev.keyplan.syntax.ModelFile;
import java.util.ArrayList;
import java.util.List;

/** Compiles a design: text in, model, plans and diagnostics out. */
public final class ModelCompiler {
  /**
   * Compiles files together; never throws for anything they say.
   *
   * <p>Every phase runs on what the one before understood completely, so that one mistake does not
   * hide the others. A declaration with an error is not part of the model, and nothing that refers
   * to it is judged.
   */
  public Compilation compile(Sources sources) {
    List<Diagnostic> diagnostics = new ArrayList<>();
    List<ModelFile> files = new ArrayList<>();
    for (SourceFile source : sources.models()) {
      files.add(collected(ModelParser.parse(source), diagnostics));
    }
    Model model = collected(Resolver.resolve(files), diagnostics);
    for (ModelRule rule : Rules.MODEL) {
      diagnostics.addAll(rule.check(model));
    }
    List<Plan> plans = Planner.plan(model);
    for (PlanRule rule : Rules.PLAN) {
      diagnostics.addAll(rule.check(model, plans));
    }
    SampleData samples = collected(SampleDataReader.read(sources.data(), model), diagnostics);
    return new Compilation(model, plans, samples, ordered(diagnostics));
  }

  private static <T> T collected(Outcome<T> outcome, List<Diagnostic> diagnostics) {
    diagnostics.addAll(outcome.diagnostics());
    return outcome.value();
  }

  private static List<Diagnostic> ordered(List<Diagnostic> diagnostics) {
    return diagnostics.stream().distinct().sorted(Diagnostic.ORDER).toList();
  }
}
