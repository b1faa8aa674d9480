package dev.keyplan.support.text;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * Characters, as ranges of code points in ascending order that do not touch. Halves of surrogate
 * pairs are no characters.
 */
record CharacterSet(List<Range> ranges) {
  /**
   * Characters in a row.
   *
   * @param low the first
   * @param high the last
   */
  record Range(int low, int high) {}

  CharacterSet {
    ranges = List.copyOf(ranges);
  }

  /** The characters of ranges in any order. */
  static CharacterSet of(List<Range> ranges) {
    List<Range> joined = new ArrayList<>();
    for (Range range : ranges.stream().sorted(Comparator.comparingInt(Range::low)).toList()) {
      int last = joined.size() - 1;
      if (last >= 0 && range.low() <= joined.get(last).high() + 1) {
        Range before = joined.get(last);
        joined.set(last, new Range(before.low(), Math.max(before.high(), range.high())));
      } else {
        joined.add(range);
      }
    }
    return new CharacterSet(withoutSurrogates(joined));
  }

  static CharacterSet of(int low, int high) {
    return of(List.of(new Range(low, high)));
  }

  /** All characters but these. */
  CharacterSet complement() {
    List<Range> others = new ArrayList<>();
    int next = Character.MIN_CODE_POINT;
    for (Range range : ranges) {
      if (next < range.low()) {
        others.add(new Range(next, range.low() - 1));
      }
      next = range.high() + 1;
    }
    if (next <= Character.MAX_CODE_POINT) {
      others.add(new Range(next, Character.MAX_CODE_POINT));
    }
    return of(others);
  }

  boolean isEmpty() {
    return ranges.isEmpty();
  }

  private static List<Range> withoutSurrogates(List<Range> ranges) {
    List<Range> characters = new ArrayList<>();
    for (Range range : ranges) {
      add(characters, range.low(), Math.min(range.high(), Character.MIN_SURROGATE - 1));
      add(characters, Math.max(range.low(), Character.MAX_SURROGATE + 1), range.high());
    }
    return characters;
  }

  private static void add(List<Range> ranges, int low, int high) {
    if (low <= high) {
      ranges.add(new Range(low, high));
    }
  }
}
