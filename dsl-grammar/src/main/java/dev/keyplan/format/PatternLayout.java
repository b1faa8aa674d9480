package dev.keyplan.format;

import dev.keyplan.syntax.Operation;
import dev.keyplan.syntax.PatternDeclaration;
import java.util.ArrayList;
import java.util.List;

/** Lays out patterns: on one line, or with a line for the operation and for each clause. */
final class PatternLayout {
  private static final String GAP = "  ";

  private final Tokens tokens;
  private final ClauseLayout clauses;
  private final TransactionLayout transactions;

  PatternLayout(Tokens tokens) {
    this.tokens = tokens;
    this.clauses = new ClauseLayout(tokens);
    this.transactions = new TransactionLayout(tokens, clauses);
  }

  Item item(PatternDeclaration pattern) {
    List<Item> items = new ArrayList<>();
    List<Statement> statements = new ArrayList<>();
    if (pattern.operation().isPresent()) {
      if (pattern.operation().get() instanceof Operation.Transaction transaction) {
        items.add(transactions.block(transaction));
      } else if (pattern.operation().get() instanceof Operation.Single single) {
        statements.add(clauses.statement(single));
      }
    }
    statements.addAll(clauses.statements(pattern.clauses()));
    items.addAll(ClauseLayout.items(statements));
    return Block.of(tokens, pattern.span(), List.of(items));
  }

  /** Its braces and what is in them on one line. */
  String inline(PatternDeclaration pattern) {
    StringBuilder text = new StringBuilder("{ ");
    String where = GAP;
    if (pattern.operation().isPresent()) {
      if (pattern.operation().get() instanceof Operation.Transaction transaction) {
        text.append(transactions.inline(transaction));
      } else if (pattern.operation().get() instanceof Operation.Single single) {
        text.append(ClauseLayout.inline(clauses.statement(single)));
        where = " ";
      }
    }
    for (Statement statement : clauses.statements(pattern.clauses())) {
      // What follows an entity directly says which of its items.
      text.append(statement.keyword().equals("where") ? where : GAP);
      text.append(ClauseLayout.inline(statement));
      where = GAP;
    }
    return text.append(" }").toString();
  }
}
