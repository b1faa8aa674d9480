package dev.keyplan.diagnostic;

import java.util.Collection;
import java.util.Comparator;
import java.util.Locale;
import java.util.Optional;

/**
 * Finds what somebody probably meant to write: the candidate that the fewest insertions, deletions,
 * replacements and swaps of neighbouring letters lead to, regardless of case.
 */
public final class DidYouMean {
  /** Nobody mistypes a name of this length, and the search is quadratic. */
  private static final int LONGEST = 80;

  private DidYouMean() {}

  /**
   * The candidate nearest to a word, if one is near enough: one letter in a short word, two from
   * five letters on, three from ten. Of several, the first by name.
   */
  public static Optional<String> suggestion(String word, Collection<String> candidates) {
    if (word.length() > LONGEST) {
      return Optional.empty();
    }
    return candidates.stream()
        .distinct()
        .filter(candidate -> !candidate.equals(word))
        .filter(candidate -> distance(word, candidate) <= tolerance(word, candidate))
        .min(
            Comparator.comparingInt((String candidate) -> distance(word, candidate))
                .thenComparing(Comparator.naturalOrder()));
  }

  private static int tolerance(String word, String candidate) {
    int length = Math.min(word.length(), candidate.length());
    if (length < 3) {
      return 0;
    }
    if (length < 5) {
      return 1;
    }
    return length < 10 ? 2 : 3;
  }

  /** The restricted Damerau-Levenshtein distance of the words in lower case. */
  static int distance(String first, String second) {
    String a = first.toLowerCase(Locale.ROOT);
    String b = second.toLowerCase(Locale.ROOT);
    if (a.length() > LONGEST || b.length() > LONGEST) {
      return a.equals(b) ? 0 : Integer.MAX_VALUE;
    }
    int[][] distances = new int[a.length() + 1][b.length() + 1];
    for (int i = 0; i <= a.length(); i++) {
      for (int j = 0; j <= b.length(); j++) {
        distances[i][j] = i == 0 || j == 0 ? i + j : step(distances, a, i, b, j);
      }
    }
    return distances[a.length()][b.length()];
  }

  private static int step(int[][] distances, String a, int i, String b, int j) {
    boolean isSame = a.charAt(i - 1) == b.charAt(j - 1);
    int best = distances[i - 1][j - 1] + (isSame ? 0 : 1);
    best = Math.min(best, distances[i - 1][j] + 1);
    best = Math.min(best, distances[i][j - 1] + 1);
    boolean isSwapped =
        i > 1 && j > 1 && a.charAt(i - 1) == b.charAt(j - 2) && a.charAt(i - 2) == b.charAt(j - 1);
    return isSwapped ? Math.min(best, distances[i - 2][j - 2] + 1) : best;
  }
}
