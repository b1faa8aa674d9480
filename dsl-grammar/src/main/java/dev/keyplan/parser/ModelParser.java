package dev.keyplan.parser;

import dev.keyplan.diagnostic.Outcome;
import dev.keyplan.parser.antlr.KeyplanParser;
import dev.keyplan.parser.antlr.KeyplanParser.ModelFileContext;
import dev.keyplan.source.SourceFile;
import dev.keyplan.syntax.ModelFile;
import java.util.List;
import org.antlr.v4.runtime.CommonTokenStream;
import org.antlr.v4.runtime.ListTokenSource;

/** Reads model files. */
public final class ModelParser {
  /** The ids of the warnings that a comment can silence. */
  public static final List<String> WARNINGS = List.of(CommaCheck.ID);

  private ModelParser() {}

  /**
   * Reads one file: always to its end, whatever is wrong with it.
   *
   * @return what could be read, and what was wrong, in the order of the file
   */
  public static Outcome<ModelFile> parse(SourceFile file) {
    Problems problems = new Problems();
    Spans spans = new Spans(file);
    CommonTokenStream tokens = tokens(spans, problems);
    ModelFileContext tree = parser(tokens, spans, problems).modelFile();
    SyntaxChecks.check(tree, spans, problems);
    ModelFile model = new ModelFileBuilder(tokens.getTokens(), spans, problems).modelFile(tree);
    return new Outcome<>(model, problems.sorted());
  }

  /** The tokens of a file, all of them read. */
  static CommonTokenStream tokens(Spans spans, Problems problems) {
    CommonTokenStream tokens =
        new CommonTokenStream(new ListTokenSource(TokenReader.read(spans, problems)));
    tokens.fill();
    return tokens;
  }

  /** A parser that reports and recovers in our way. */
  static KeyplanParser parser(CommonTokenStream tokens, Spans spans, Problems problems) {
    TokenLines lines = new TokenLines(tokens.getTokens());
    KeyplanParser parser = new KeyplanParser(tokens);
    parser.removeErrorListeners();
    parser.setErrorHandler(
        new RecoveringStrategy(lines, new SyntaxMessages(lines, spans), problems));
    return parser;
  }
}
