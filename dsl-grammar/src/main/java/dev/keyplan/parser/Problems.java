package dev.keyplan.parser;

import dev.keyplan.diagnostic.Diagnostic;
import dev.keyplan.source.Span;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;

/** What was found wrong with one file so far, and where its tree cannot be trusted. */
final class Problems {
  /** More than this many in one file help nobody. */
  static final int LIMIT = 100;

  private final List<Diagnostic> found = new ArrayList<>();
  private final TreeSet<Integer> broken = new TreeSet<>();

  /** Reports a mistake that leaves its declaration incomplete. */
  void add(Diagnostic diagnostic) {
    found.add(diagnostic);
    markBroken(diagnostic.span().start());
  }

  /** Reports a mistake that was read as what it obviously means, so that the tree is complete. */
  void addRepaired(Diagnostic diagnostic) {
    found.add(diagnostic);
  }

  /** Marks the declaration at a place as incomplete without another report. */
  void markBroken(int offset) {
    broken.add(offset);
  }

  /** Whether something between two places is incomplete. */
  boolean isBroken(Span span) {
    Integer first = broken.ceiling(span.start());
    return first != null && first <= span.end();
  }

  /** Everything in the order of the file, cut at the limit. */
  List<Diagnostic> sorted() {
    List<Diagnostic> all = found.stream().sorted(Diagnostic.ORDER).distinct().toList();
    if (all.size() <= LIMIT) {
      return all;
    }
    List<Diagnostic> first = new ArrayList<>(all.subList(0, LIMIT - 1));
    int left = all.size() - first.size();
    first.add(
        Diagnostic.error(
            "TOO_MANY_ERRORS",
            all.get(LIMIT - 1).span(),
            "%d more errors from here on are not shown".formatted(left)));
    return first;
  }
}
