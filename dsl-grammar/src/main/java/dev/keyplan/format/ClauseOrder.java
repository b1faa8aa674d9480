package dev.keyplan.format;

import dev.keyplan.syntax.Clause;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Iterator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * The order of clauses: which items, how they are read, what is made of them; or what is written
 * and when; then what the call returns and what is expected of it. Clauses of one kind stay in
 * their order.
 *
 * <p>The parameters of a pattern are in the order of their first mention, which callers see. Where
 * the order of clauses would change that one, the clauses that mention parameters stay in theirs.
 */
final class ClauseOrder {
  private ClauseOrder() {}

  static List<Clause> sorted(List<Clause> clauses) {
    List<Clause> sorted = new ArrayList<>(clauses);
    sorted.sort(Comparator.comparingInt(clause -> Clause.KEYWORDS.indexOf(clause.keyword())));
    return parameters(sorted).equals(parameters(clauses))
        ? sorted
        : withParametersOf(clauses, sorted);
  }

  /** Puts the clauses that mention parameters into their order as written, among the others. */
  private static List<Clause> withParametersOf(List<Clause> written, List<Clause> sorted) {
    Iterator<Clause> next = written.stream().filter(ClauseOrder::hasParameters).iterator();
    return sorted.stream().map(clause -> hasParameters(clause) ? next.next() : clause).toList();
  }

  private static boolean hasParameters(Clause clause) {
    return !ParameterNames.of(clause).isEmpty();
  }

  private static List<String> parameters(List<Clause> clauses) {
    Set<String> names = new LinkedHashSet<>();
    clauses.forEach(clause -> names.addAll(ParameterNames.of(clause)));
    return List.copyOf(names);
  }
}
