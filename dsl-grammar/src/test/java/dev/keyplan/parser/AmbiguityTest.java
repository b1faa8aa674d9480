package dev.keyplan.parser;

import static org.assertj.core.api.Assertions.assertThat;

import dev.keyplan.parser.antlr.KeyplanParser;
import dev.keyplan.source.SourceFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import org.antlr.v4.runtime.BaseErrorListener;
import org.antlr.v4.runtime.CommonTokenStream;
import org.antlr.v4.runtime.Parser;
import org.antlr.v4.runtime.atn.ATNConfigSet;
import org.antlr.v4.runtime.atn.PredictionMode;
import org.antlr.v4.runtime.dfa.DFA;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The grammar is unambiguous, and the parser never needs more than its simple strategy. */
class AmbiguityTest {
  @ParameterizedTest
  @ValueSource(strings = {"cruddur", "shop", "everything"})
  void needsNoFullContext(String model) throws IOException {
    Path path = Path.of("src/test/resources/models", model + ".keyplan");
    Spans spans = new Spans(new SourceFile(model, Files.readString(path)));
    Problems problems = new Problems();
    CommonTokenStream tokens = ModelParser.tokens(spans, problems);
    KeyplanParser parser = ModelParser.parser(tokens, spans, problems);
    Listener listener = new Listener();
    parser.addErrorListener(listener);
    parser.getInterpreter().setPredictionMode(PredictionMode.LL_EXACT_AMBIG_DETECTION);
    parser.modelFile();

    assertThat(listener.reports).isEmpty();
    assertThat(problems.sorted()).filteredOn(problem -> problem.isError()).isEmpty();
  }

  private static final class Listener extends BaseErrorListener {
    private final List<String> reports = new ArrayList<>();

    @Override
    public void reportAmbiguity(
        Parser parser,
        DFA dfa,
        int start,
        int stop,
        boolean isExact,
        BitSet alternatives,
        ATNConfigSet configurations) {
      add("ambiguity", parser, dfa, start, stop);
    }

    @Override
    public void reportAttemptingFullContext(
        Parser parser,
        DFA dfa,
        int start,
        int stop,
        BitSet alternatives,
        ATNConfigSet configurations) {
      add("full context", parser, dfa, start, stop);
    }

    private void add(String what, Parser parser, DFA dfa, int start, int stop) {
      String rule = parser.getRuleNames()[dfa.atnStartState.ruleIndex];
      String text =
          parser.getTokenStream().get(start).getText()
              + " … "
              + parser.getTokenStream().get(stop).getText();
      reports.add("%s in %s: %s".formatted(what, rule, text));
    }
  }
}
