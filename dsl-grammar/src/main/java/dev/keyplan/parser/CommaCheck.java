package dev.keyplan.parser;

import dev.keyplan.diagnostic.Diagnostic;
import dev.keyplan.diagnostic.Fix;
import dev.keyplan.parser.antlr.KeyplanParser.EntityMemberContext;
import dev.keyplan.parser.antlr.KeyplanParser.ModelFileContext;
import dev.keyplan.parser.antlr.KeyplanParser.StructMemberContext;
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
  static final String ID = "COMMA_NOT_NEEDED";

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
  public Void visitEntityMember(EntityMemberContext context) {
    add(context.COMMA());
    return null;
  }

  @Override
  public Void visitStructMember(StructMemberContext context) {
    add(context.COMMA());
    return null;
  }

  @Override
  public Void visitTransaction(TransactionContext context) {
    context.COMMA().forEach(this::add);
    return null;
  }

  private void add(TerminalNode comma) {
    if (comma != null) {
      commas.add(comma.getSymbol());
    }
  }

  private void report() {
    List<Fix.Edit> edits =
        commas.stream().map(comma -> new Fix.Edit(spans.of(comma), replacement(comma))).toList();
    problems.addRepaired(
        Diagnostic.warning(ID, spans.of(commas.get(0)), "no comma is needed between members")
            .withLabel(Others.label(commas.size() - 1))
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
