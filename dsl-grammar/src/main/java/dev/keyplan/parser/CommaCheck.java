package dev.keyplan.parser;

import dev.keyplan.diagnostic.Diagnostic;
import dev.keyplan.diagnostic.Fix;
import dev.keyplan.parser.antlr.KeyplanParser.EntityDeclarationContext;
import dev.keyplan.parser.antlr.KeyplanParser.ModelFileContext;
import dev.keyplan.parser.antlr.KeyplanParser.StructDeclarationContext;
import dev.keyplan.parser.antlr.KeyplanParser.TableDeclarationContext;
import dev.keyplan.parser.antlr.KeyplanParser.TransactionContext;
import dev.keyplan.parser.antlr.KeyplanParserBaseVisitor;
import java.util.ArrayList;
import java.util.List;
import org.antlr.v4.runtime.Token;
import org.antlr.v4.runtime.tree.TerminalNode;

/**
 * Commas between members mean nothing. Constants and tags, which often share a line, may have them;
 * elsewhere they are one remark for the file, with a fix for all.
 */
final class CommaCheck extends KeyplanParserBaseVisitor<Void> {
  private final Spans spans;
  private final Problems problems;
  private final List<Token> commas = new ArrayList<>();

  CommaCheck(Spans spans, Problems problems) {
    this.spans = spans;
    this.problems = problems;
  }

  @Override
  public Void visitModelFile(ModelFileContext context) {
    visitChildren(context);
    if (!commas.isEmpty()) {
      report();
    }
    return null;
  }

  @Override
  public Void visitTableDeclaration(TableDeclarationContext context) {
    add(context.COMMA());
    return null;
  }

  @Override
  public Void visitEntityDeclaration(EntityDeclarationContext context) {
    add(context.COMMA());
    return null;
  }

  @Override
  public Void visitStructDeclaration(StructDeclarationContext context) {
    add(context.COMMA());
    return null;
  }

  @Override
  public Void visitTransaction(TransactionContext context) {
    add(context.COMMA());
    return null;
  }

  private void add(List<TerminalNode> nodes) {
    nodes.forEach(node -> commas.add(node.getSymbol()));
  }

  private void report() {
    List<Fix.Edit> edits =
        commas.stream().map(comma -> new Fix.Edit(spans.of(comma), replacement(comma))).toList();
    String others = commas.size() == 1 ? "" : "and in %d more places".formatted(commas.size() - 1);
    problems.addRepaired(
        Diagnostic.warning(
                "COMMA_NOT_NEEDED", spans.of(commas.get(0)), "no comma is needed between members")
            .withLabel(others)
            .withHint("remove it")
            .withFix(new Fix("Remove the commas between members", edits)));
  }

  /** What a comma alone keeps apart needs a space. */
  private String replacement(Token comma) {
    int next = comma.getStopIndex() + 1;
    String text = spans.file().text();
    return next < text.length() && !Character.isWhitespace(text.charAt(next)) ? " " : "";
  }
}
