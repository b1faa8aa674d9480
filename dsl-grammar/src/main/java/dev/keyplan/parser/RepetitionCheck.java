package dev.keyplan.parser;

import dev.keyplan.diagnostic.Diagnostic;
import dev.keyplan.parser.antlr.KeyplanLexer;
import dev.keyplan.parser.antlr.KeyplanParser.EntityDeclarationContext;
import dev.keyplan.parser.antlr.KeyplanParser.MemberClausesContext;
import dev.keyplan.parser.antlr.KeyplanParser.PatternDeclarationContext;
import dev.keyplan.parser.antlr.KeyplanParser.TableDeclarationContext;
import dev.keyplan.parser.antlr.KeyplanParser.TransactMemberContext;
import dev.keyplan.parser.antlr.KeyplanParserBaseVisitor;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.antlr.v4.runtime.ParserRuleContext;
import org.antlr.v4.runtime.Token;

/**
 * What may be said once in a block is not said twice. The grammar takes clauses in any number,
 * because a message about the second one says more than one about an unexpected word.
 */
final class RepetitionCheck extends KeyplanParserBaseVisitor<Void> {
  /** One for each index, attribute or list. */
  private static final Set<Integer> REPEATABLE =
      Set.of(
          KeyplanLexer.INDEX,
          KeyplanLexer.LOCAL,
          KeyplanLexer.UNIQUE,
          KeyplanLexer.ADD,
          KeyplanLexer.APPEND,
          KeyplanLexer.PREPEND);

  private final Spans spans;
  private final Problems problems;

  RepetitionCheck(Spans spans, Problems problems) {
    this.spans = spans;
    this.problems = problems;
  }

  @Override
  public Void visitTableDeclaration(TableDeclarationContext context) {
    check(context.tableMember());
    return null;
  }

  @Override
  public Void visitEntityDeclaration(EntityDeclarationContext context) {
    check(context.entityMember().stream().filter(member -> member.attribute() == null).toList());
    return null;
  }

  @Override
  public Void visitPatternDeclaration(PatternDeclarationContext context) {
    check(context.clause());
    return visitChildren(context);
  }

  @Override
  public Void visitTransactMember(TransactMemberContext context) {
    check(context.clause());
    return visitChildren(context);
  }

  @Override
  public Void visitMemberClauses(MemberClausesContext context) {
    check(context.clause());
    return null;
  }

  private void check(List<? extends ParserRuleContext> contexts) {
    Map<String, Token> first = new HashMap<>();
    for (ParserRuleContext context : contexts) {
      Token keyword = context.getStart();
      if (!Contexts.isComplete(context) || REPEATABLE.contains(keyword.getType())) {
        continue;
      }
      Token before = first.putIfAbsent(keyword.getText(), keyword);
      if (before != null) {
        problems.add(diagnostic(keyword, before));
      }
    }
  }

  private Diagnostic diagnostic(Token second, Token first) {
    return Diagnostic.error(
            "CLAUSE_TWICE", spans.of(second), "`%s` is said twice".formatted(second.getText()))
        .withRelated(spans.of(first), "first here")
        .withHint(hint(second));
  }

  private static String hint(Token keyword) {
    return switch (keyword.getType()) {
      case KeyplanLexer.WHERE, KeyplanLexer.FILTER, KeyplanLexer.IF ->
          "join the conditions with `and`";
      case KeyplanLexer.SET, KeyplanLexer.REMOVE, KeyplanLexer.ORDER, KeyplanLexer.SELECT ->
          "join the lists with a comma";
      default -> "remove one of them";
    };
  }
}
