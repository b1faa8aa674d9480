package dev.keyplan.parser;

import dev.keyplan.parser.antlr.KeyplanParser.DeclarationContext;
import dev.keyplan.parser.antlr.KeyplanParser.ModelFileContext;
import dev.keyplan.parser.antlr.KeyplanParser.NamespaceContext;
import dev.keyplan.syntax.Declaration;
import dev.keyplan.syntax.ModelFile;
import dev.keyplan.syntax.Namespace;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;
import org.antlr.v4.runtime.Token;

/** Builds the syntax tree of a file from what the parser read. */
final class ModelFileBuilder {
  private final Spans spans;
  private final Problems problems;
  private final DocumentationFinder documentation;
  private final AllowanceFinder allowances;
  private final WordBuilder words;
  private final DeclarationBuilder declarations;

  /**
   * @param tokens all tokens of the file, comments included
   */
  ModelFileBuilder(List<Token> tokens, Spans spans, Problems problems) {
    this.spans = spans;
    this.problems = problems;
    this.documentation = new DocumentationFinder(tokens, spans);
    this.allowances = new AllowanceFinder(tokens, spans, problems);
    this.words = new WordBuilder(spans);
    this.declarations = new DeclarationBuilder(spans, words, documentation, problems);
  }

  ModelFile modelFile(ModelFileContext context) {
    Optional<Namespace> namespace =
        Optional.ofNullable(context.namespace()).filter(Contexts::isComplete).map(this::namespace);
    List<Declaration> built = new ArrayList<>();
    for (DeclarationContext declaration : context.declaration()) {
      declarations.declaration(declaration).ifPresent(built::add);
    }
    // Before documentation is looked at, which is no declaration.
    boolean mayLackDeclarations =
        problems.isBrokenOutside(built.stream().map(Declaration::span).toList());
    reportUnusedDocumentation(built);
    return new ModelFile(
        spans.file(), namespace, built, allowances.allowances(built), mayLackDeclarations);
  }

  private Namespace namespace(NamespaceContext context) {
    return new Namespace(
        documentation.above(context.getStart()),
        words.qualifiedName(context.qualifiedName()),
        spans.of(context));
  }

  /** Not where something is broken: who would have asked for it may have been skipped. */
  private void reportUnusedDocumentation(List<Declaration> built) {
    NavigableMap<Integer, Declaration> byStart = new TreeMap<>();
    built.forEach(declaration -> byStart.put(declaration.span().start(), declaration));
    documentation.reportUnused((doc, next) -> isTrusted(doc, next, byStart), problems);
  }

  private boolean isTrusted(Token token, Token next, NavigableMap<Integer, Declaration> byStart) {
    Map.Entry<Integer, Declaration> around = byStart.floorEntry(token.getStartIndex());
    if (around != null && token.getStartIndex() < around.getValue().span().end()) {
      return !around.getValue().isBroken();
    }
    return !problems.isBroken(spans.of(next));
  }
}
