package dev.keyplan.parser;

import dev.keyplan.diagnostic.Outcome;
import dev.keyplan.parser.antlr.KeyplanParser;
import dev.keyplan.parser.antlr.KeyplanParser.DeclarationContext;
import dev.keyplan.parser.antlr.KeyplanParser.ModelFileContext;
import dev.keyplan.parser.antlr.KeyplanParser.NamespaceContext;
import dev.keyplan.source.SourceFile;
import dev.keyplan.syntax.Declaration;
import dev.keyplan.syntax.ModelFile;
import dev.keyplan.syntax.Namespace;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.antlr.v4.runtime.CommonTokenStream;
import org.antlr.v4.runtime.ListTokenSource;

/** Reads model files. */
public final class ModelParser {
  private ModelParser() {}

  /**
   * Reads one file: always to its end, whatever is wrong with it.
   *
   * @return what could be read, and what was wrong, in the order of the file
   */
  public static Outcome<ModelFile> parse(SourceFile file) {
    Problems problems = new Problems();
    Spans spans = new Spans(file);
    CommonTokenStream tokens =
        new CommonTokenStream(new ListTokenSource(TokenReader.read(spans, problems)));
    tokens.fill();
    TokenLines lines = new TokenLines(tokens.getTokens());
    KeyplanParser parser = new KeyplanParser(tokens);
    parser.removeErrorListeners();
    parser.setErrorHandler(
        new RecoveringStrategy(lines, new SyntaxMessages(lines, spans), problems));
    ModelFileContext tree = parser.modelFile();
    SyntaxChecks.check(tree, spans, problems);
    DocumentationFinder documentation = new DocumentationFinder(tokens.getTokens(), spans);
    WordBuilder words = new WordBuilder(spans);
    DeclarationBuilder builder = new DeclarationBuilder(spans, words, documentation, problems);
    Optional<Namespace> namespace =
        Optional.ofNullable(tree.namespace())
            .filter(Contexts::isComplete)
            .map(context -> namespace(context, spans, words, documentation));
    List<Declaration> declarations = new ArrayList<>();
    for (DeclarationContext context : tree.declaration()) {
      builder.declaration(context).ifPresent(declarations::add);
    }
    documentation.reportUnused(problems);
    return new Outcome<>(new ModelFile(file, namespace, declarations), problems.sorted());
  }

  private static Namespace namespace(
      NamespaceContext context, Spans spans, WordBuilder words, DocumentationFinder documentation) {
    return new Namespace(
        documentation.above(context.getStart()),
        words.qualifiedName(context.qualifiedName()),
        spans.of(context));
  }
}
