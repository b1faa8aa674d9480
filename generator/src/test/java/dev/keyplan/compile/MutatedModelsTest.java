package dev.keyplan.compile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import dev.keyplan.cost.Prices;
import dev.keyplan.diagnostic.Diagnostic;
import dev.keyplan.diagnostic.JsonRenderer;
import dev.keyplan.diagnostic.Label;
import dev.keyplan.diagnostic.LineRenderer;
import dev.keyplan.diagnostic.TextRenderer;
import dev.keyplan.emit.EmitInput;
import dev.keyplan.emit.EmitOptions;
import dev.keyplan.emit.Emitters;
import dev.keyplan.emit.OutputSet;
import dev.keyplan.explain.ExplanationJson;
import dev.keyplan.explain.ExplanationText;
import dev.keyplan.explain.Report;
import dev.keyplan.source.SourceFile;
import dev.keyplan.source.Span;
import dev.keyplan.testing.MutatedModels;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/**
 * Whatever is written, the compiler answers: no exception, no hang, no exhausted stack, every
 * diagnostic at a place of its file, and what is accepted is generated. {@code -Dmutations=100000}
 * is the long run, {@code -Dmutations.seed} another one.
 */
@Timeout(value = 30, unit = TimeUnit.MINUTES)
class MutatedModelsTest {
  private static final int MUTATIONS = Integer.getInteger("mutations", 2_000);
  private static final long SEED = Long.getLong("mutations.seed", 20_261_126);
  private static final int LONGEST_MESSAGE = 1_000;

  @Test
  void survivesWhateverIsWritten() {
    MutatedModels models = MutatedModels.ofEverything(SEED);
    int news = 0;
    int accepted = 0;
    for (int i = 0; i < MUTATIONS; i++) {
      String model = models.next();
      try {
        Compilation compilation = checked(model);
        news += models.behaved(behaviour(compilation)) ? 1 : 0;
        accepted += compilation.hasErrors() ? 0 : 1;
      } catch (RuntimeException | StackOverflowError | AssertionError e) {
        fail("Mutation " + i + " of seed " + SEED + ":\n" + shrunk(model, e), e);
      }
    }
    System.out.printf(
        "mutations: %,d models, %,d ways to behave, %,d accepted%n", MUTATIONS, news, accepted);
    assertThat(news).isGreaterThan(MUTATIONS / 100);
    assertThat(accepted).isGreaterThan(MUTATIONS / 100);
  }

  /** Which diagnostics came of it, and which kinds of plan. */
  private static String behaviour(Compilation compilation) {
    return compilation.diagnostics().stream()
            .map(Diagnostic::id)
            .collect(Collectors.toCollection(TreeSet::new))
        + compilation.plans().stream()
            .map(plan -> plan.getClass().getSimpleName())
            .collect(Collectors.toCollection(TreeSet::new))
            .toString();
  }

  private static Compilation checked(String model) {
    SourceFile file = new SourceFile("model.keyplan", model);
    Compilation compilation = new ModelCompiler().compile(new Sources(List.of(file), List.of()));

    List<Diagnostic> diagnostics = compilation.diagnostics();
    assertThat(diagnostics).isSortedAccordingTo(Diagnostic.ORDER);
    for (Diagnostic diagnostic : diagnostics) {
      assertThat(diagnostic.message().length()).isLessThan(LONGEST_MESSAGE);
      assertIsPlace(diagnostic.span(), file);
      diagnostic.related().stream().map(Label::span).forEach(span -> assertIsPlace(span, file));
    }
    TextRenderer.plain().render(diagnostics);
    new LineRenderer().render(diagnostics);
    new JsonRenderer().render(diagnostics);
    if (!compilation.hasErrors()) {
      emit(compilation);
    }
    return compilation;
  }

  private static void emit(Compilation compilation) {
    Report report = Report.of(compilation.model(), compilation.plans(), Prices.bundled());
    assertThat(ExplanationText.of(report)).isNotNull();
    assertThat(ExplanationJson.of(report)).isNotNull();
    OutputSet.of(
        Emitters.ALL,
        new EmitInput(
            compilation.model(),
            compilation.plans(),
            compilation.samples(),
            new EmitOptions("org.example.support", true)));
  }

  private static void assertIsPlace(Span span, SourceFile file) {
    assertThat(span.file()).isSameAs(file);
    assertThat(span.start()).isBetween(0, span.end());
    assertThat(span.end()).isLessThanOrEqualTo(file.text().length());
  }

  /** The model without the lines that the failure does not need. */
  private static String shrunk(String model, Throwable failure) {
    List<String> lines = new ArrayList<>(model.lines().toList());
    for (int size = Math.max(1, lines.size() / 2); size > 0; size /= 2) {
      for (int from = 0; from + size <= lines.size(); ) {
        List<String> fewer = new ArrayList<>(lines);
        fewer.subList(from, from + size).clear();
        if (failsAlike(String.join("\n", fewer), failure)) {
          lines = fewer;
        } else {
          from += size;
        }
      }
    }
    return String.join("\n", lines);
  }

  private static boolean failsAlike(String model, Throwable failure) {
    try {
      checked(model);
      return false;
    } catch (RuntimeException | StackOverflowError | AssertionError e) {
      return e.getClass() == failure.getClass();
    }
  }
}
