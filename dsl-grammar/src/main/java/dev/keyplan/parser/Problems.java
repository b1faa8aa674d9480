package dev.keyplan.parser;

import dev.keyplan.diagnostic.Diagnostic;
import dev.keyplan.source.Span;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** What was found wrong with one file so far, and where its tree cannot be trusted. */
final class Problems {
  /** More than this many in one file help nobody. */
  static final int LIMIT = 100;

  /** Names of any length may stand in messages; the place shows the whole. */
  private static final int LONGEST_MESSAGE = 240;

  private final List<Diagnostic> found = new ArrayList<>();
  private final TreeSet<Integer> broken = new TreeSet<>();
  private final Map<Integer, Integer> endsByStart = new HashMap<>();
  private final Set<Integer> lines = new HashSet<>();

  /** Reports a mistake that leaves its declaration incomplete. */
  void add(Diagnostic diagnostic) {
    addRepaired(diagnostic);
    markBroken(diagnostic.span().start());
  }

  /** Reports a mistake that explains whatever else is wrong on its line. */
  void addForLine(Diagnostic diagnostic) {
    int line = line(diagnostic);
    if (lines.contains(line)) {
      found.removeIf(other -> line(other) == line);
    }
    add(diagnostic);
  }

  /**
   * Reports a mistake at a place where another one may have been reported: the sign of another
   * language that was read as what it means, and is wrong here all the same.
   */
  void addInstead(Diagnostic diagnostic) {
    Integer end = endsByStart.get(diagnostic.span().start());
    if (end != null && end == diagnostic.span().end()) {
      found.removeIf(other -> other.span().equals(diagnostic.span()));
    }
    add(diagnostic);
  }

  private static int line(Diagnostic diagnostic) {
    return diagnostic.span().startPosition().line();
  }

  /** Reports a mistake that was read as what it obviously means, so that the tree is complete. */
  void addRepaired(Diagnostic diagnostic) {
    lines.add(line(diagnostic));
    endsByStart.put(diagnostic.span().start(), diagnostic.span().end());
    found.add(
        new Diagnostic(
            diagnostic.id(),
            diagnostic.severity(),
            shortened(diagnostic.message()),
            diagnostic.primary(),
            diagnostic.related(),
            diagnostic.hint().map(Problems::shortened),
            diagnostic.fix()));
  }

  private static String shortened(String text) {
    if (text.codePointCount(0, text.length()) <= LONGEST_MESSAGE) {
      return text;
    }
    int[] codePoints = text.codePoints().toArray();
    int half = LONGEST_MESSAGE / 2;
    return new String(codePoints, 0, half)
        + "…"
        + new String(codePoints, codePoints.length - half, half);
  }

  /** Marks the declaration at a place as incomplete without another report. */
  void markBroken(int offset) {
    broken.add(offset);
  }

  /** Whether something between two places is incomplete. */
  boolean isBroken(Span span) {
    Integer first = broken.ceiling(span.start());
    return first != null && first < span.end();
  }

  /** Whether anything is incomplete that is in none of these places, which are apart. */
  boolean isBrokenOutside(List<Span> places) {
    int inside = 0;
    for (Span place : places) {
      inside += broken.subSet(place.start(), place.end()).size();
    }
    return inside < broken.size();
  }

  /** Whether what follows a place directly, on its line, is incomplete. */
  boolean isBrokenBehind(Span span) {
    Integer first = broken.ceiling(span.end());
    if (first == null) {
      return false;
    }
    int end = span.end();
    while (end < first && span.file().text().charAt(end) == ' ') {
      end++;
    }
    return end == first;
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
