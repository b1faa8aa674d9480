package dev.keyplan.format;

import dev.keyplan.syntax.Clause;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * The order of clauses: which items, how they are read, what is made of them; or what is written
 * and when; then what the call returns and what is expected of it. Clauses of one kind stay in
 * their order.
 *
 * <p>The parameters of a pattern are in the order of their first mention, which callers see. Where
 * the usual order of clauses would change that one, the clauses stay as they are.
 */
final class ClauseOrder {
  private static final List<String> KEYWORDS =
      List.of(
          "via",
          "where",
          "filter",
          "order",
          "limit",
          "page",
          "consistent",
          "select",
          "fetch",
          "set",
          "append",
          "add",
          "remove",
          "if",
          "returns",
          "rate",
          "expect");

  private ClauseOrder() {}

  static List<Clause> sorted(List<Clause> clauses) {
    List<Clause> sorted = new ArrayList<>(clauses);
    sorted.sort(Comparator.comparingInt(clause -> KEYWORDS.indexOf(clause.keyword())));
    return parameters(sorted).equals(parameters(clauses)) ? sorted : clauses;
  }

  private static List<String> parameters(List<Clause> clauses) {
    Set<String> names = new LinkedHashSet<>();
    clauses.forEach(clause -> names.addAll(ParameterNames.of(clause)));
    return List.copyOf(names);
  }
}
