package dev.keyplan.parser;

import dev.keyplan.parser.antlr.KeyplanParser.ClauseContext;
import dev.keyplan.parser.antlr.KeyplanParser.OperationContext;
import dev.keyplan.parser.antlr.KeyplanParser.SingleContext;
import dev.keyplan.parser.antlr.KeyplanParser.TransactMemberContext;
import dev.keyplan.parser.antlr.KeyplanParser.TransactionContext;
import dev.keyplan.source.Span;
import dev.keyplan.syntax.Name;
import dev.keyplan.syntax.Operation;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Builds what a pattern does. */
final class OperationBuilder {
  private final Spans spans;
  private final WordBuilder words;
  private final ClauseBuilder clauses;

  OperationBuilder(Spans spans, WordBuilder words, ClauseBuilder clauses) {
    this.spans = spans;
    this.words = words;
    this.clauses = clauses;
  }

  Operation operation(OperationContext context) {
    return context.single() == null
        ? transaction(context.transaction())
        : single(
            context.single(),
            Optional.ofNullable(context.alias).map(words::name),
            spans.of(context));
  }

  private Operation.Single single(SingleContext context, Optional<Name> alias, Span span) {
    return new Operation.Single(
        Operation.Verb.valueOf(context.verb().getText().toUpperCase(Locale.ROOT)),
        spans.of(context.verb()),
        context.EACH() != null,
        context.STAR() != null
            ? List.of()
            : context.qualifiedName().stream().map(words::qualifiedName).toList(),
        Optional.ofNullable(context.table).map(words::qualifiedName),
        alias,
        span);
  }

  private Operation.Transaction transaction(TransactionContext context) {
    List<Operation.Member> members =
        context.transactMember().stream().filter(Contexts::isComplete).map(this::member).toList();
    return new Operation.Transaction(members, spans.of(context));
  }

  private Operation.Member member(TransactMemberContext context) {
    List<ClauseContext> written =
        context.memberClauses() == null ? context.clause() : context.memberClauses().clause();
    return new Operation.Member(
        single(context.single(), Optional.empty(), spans.of(context.single())),
        Optional.ofNullable(context.alias).map(words::name),
        clauses.clauses(written),
        spans.of(context));
  }
}
