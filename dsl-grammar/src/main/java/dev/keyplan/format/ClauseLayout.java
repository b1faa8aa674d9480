package dev.keyplan.format;

import dev.keyplan.syntax.Clause;
import dev.keyplan.syntax.Operation;
import java.util.List;

/** Makes statements of verbs and clauses. */
final class ClauseLayout {
  private static final int KEYWORD_GAP = 2;

  private final Tokens tokens;

  ClauseLayout(Tokens tokens) {
    this.tokens = tokens;
  }

  /** The clauses in their order. */
  List<Statement> statements(List<Clause> clauses) {
    return ClauseOrder.sorted(clauses).stream().map(this::statement).toList();
  }

  /** A line for each statement; keywords that have neighbours make a column. */
  static List<Item> items(List<Statement> statements) {
    int gap = statements.size() == 1 ? 1 : KEYWORD_GAP;
    int column = Statement.column(statements.stream(), gap);
    return statements.stream().map(statement -> statement.aligned(column)).toList();
  }

  /** A statement behind others on one line. */
  static String inline(Statement statement) {
    return (statement.keyword() + " " + statement.flat()).stripTrailing();
  }

  Statement statement(Operation.Single operation) {
    Breaks breaks = new Breaks(tokens, Style.CLAUSE);
    breaks.list(operation.entities(), true);
    int first = tokens.firstOf(operation.span());
    return Statement.of(tokens, first, 1, tokens.endOf(operation.span()), breaks);
  }

  private Statement statement(Clause clause) {
    int first = tokens.firstOf(clause.span());
    return Statement.of(tokens, first, 1, tokens.endOf(clause.span()), breaks(clause));
  }

  private Breaks breaks(Clause clause) {
    Breaks breaks = new Breaks(tokens, style(clause));
    if (clause instanceof Clause.Where where) {
      breaks.condition(where.condition());
    } else if (clause instanceof Clause.Filter filter) {
      breaks.condition(filter.condition());
    } else if (clause instanceof Clause.If condition) {
      breaks.condition(condition.condition());
    } else if (clause instanceof Clause.Order order) {
      breaks.list(order.attributes(), true);
    } else if (clause instanceof Clause.Select select) {
      breaks.list(select.attributes(), true);
    } else if (clause instanceof Clause.Set set) {
      breaks.list(set.assignments(), false);
    } else if (clause instanceof Clause.Remove remove) {
      breaks.list(remove.removals(), true);
    }
    return breaks;
  }

  private static Style style(Clause clause) {
    if (clause instanceof Clause.Set) {
      return Style.ASSIGNMENT;
    }
    return clause instanceof Clause.Rate ? Style.RATE : Style.CLAUSE;
  }
}
